package lang

import "strings"

// functionJa are the function words written in hiragana, longest match first at any place in a hiragana run: particles,
// auxiliaries with their inflections, formal nouns, conjunctions. Sorted into functionAt by first rune.
const functionJa = `
を に は が で と も の へ や か ば て ね よ
から まで より など ほど だけ のみ しか でも とも ども ので のに ては ても には では とは への との での からの までの までに
について についての につき において における おいて おける として としての とともに ととも とおり どおり により による によって によっては にて にとって にわたり にわたる にかかる にかけて
とする とした として との間 ため ための ために こと ことが ことを ことで ことに ことから ことと もの ものの ものと もので ところ ほか ほかに よう ように ような ようとする うち うえ うえで なか とき つつ ながら など なども などの などを などに などが
また または まず さらに なお ただし そして しかし すなわち あわせて おって もって これ これら この これを これに これにより これまで それ それぞれ それら その そのため そのほか そこ ここ どの いずれ いずれも および ならびに もしくは かつ
する した して し しつつ しながら します しました しており しておらず している していた していく していない したところ したほか した上で すべき すべく すれば せず せずに せよ しない しなかった しなければ され された されて される されており されていない させ させる させた させて できる できた できるよう できない できず できなかった でき
である であり であった であって でない ではない ではなく ない なく なかった なかっ なった なって なり なる なら ならない ならなかった ならず
れる れた れて られる られた られて られ せる せた せて
いる いた いて います いない おり おらず おります ある あり あった あって あれば いく いった きた くる おく おいた おいて みる みた いう という といった など いえ
行った です ます ました ません だ だった たい べき べく ず ぬ まい らしい そうだ
ごと ごとに たび たびに づつ ずつ たち ら さん くらい ぐらい ばかり まま`

// functionKanji are function words with kanji. They are cut out of kanji runs before the runs are cut into words.
const functionKanji = `及び 並びに 又は 若しくは 且つ 更に 特に 引き続き 引続き 併せて 関する 関し 関して 対する 対し 対して 係る 通じて 通じた 通じ 踏まえ 踏まえた 踏まえつつ 踏まえて
伴う 伴い 基づく 基づき 基づいた 向けて 向けた 向け 応じて 応じた 応じ 際し 際して 当たり 当たって 加え 加えて 加えた 含む 含め 含めた 含めて 等の 等を 等に 等が 等へ 等と 等で 等は 上で 際に 場合に 場合は 場合には 共に 共同で 次の 以下の 以降 従い 従って 則り 則した 即した 資する 資するよう 図る 図り 図った 図って 行う 行い 行った 行って 行われた 行わ 行われる 行わず 得て 得つつ 経て 中で 中心に 始め 始めとする 始めとした`

// hiraganaAt are content words in hiragana that begin like function words.
var hiraganaAt = newLexicon("こども ものづくり もの作り まちづくり まち ひと ひとり ひとり親 いじめ いたずら がん てんかん にぎわい はしか とりまとめ ともに働く さけ ます のり かき うなぎ ふるさと くらし しごと こころ からだ いのち みどり なりすまし やみ ねらい はたらき")

// functionAt finds the function words that start with a rune.
var functionAt = newLexicon(functionJa)

// adjectiveAt are the endings that follow a single kanji in adjectives, though they begin like particles: 速やか, 明らか, 新た.
var adjectiveAt = newLexicon("やか か かな らか たな たに")

var functionKanjiAt = newLexicon(functionKanji)

// tokensJa cuts by character class; kanji runs into words, hiragana runs into function words and the rest.
func tokensJa(src *source) []Token {
	r := src.n
	out := make([]Token, 0, len(r)*2/3+2)
	add := func(start, end int, class Class, norm string) {
		text := src.text(start, end)
		if norm == "" {
			norm = text
		}
		out = append(out, Token{Text: text, Norm: norm, Start: start, End: end, Class: class})
	}
	for i := 0; i < len(r); {
		c := r[i]
		switch {
		case isSpace(c):
			j := i + 1
			for j < len(r) && isSpace(r[j]) {
				j++
			}
			add(i, j, Space, " ")
			i = j
		case eraYear(r, i) > i:
			end := eraYear(r, i)
			d, _ := dateJa(r, i, 0)
			add(i, end, Number, formatNumber(float64(d.From/10000))+string(r[end-1-eraSuffix(r, end):end]))
			i = end
		case isDigit(c) || isKanji(c) && numeral(c):
			if end, norm := numberToken(r, i); end > i {
				add(i, end, Number, norm)
				i = end
				continue
			}
			i = kanjiToken(src, i, add)
		case isLatin(c):
			j := latinEnd(r, i)
			add(i, j, Latin, strings.ToLower(string(r[i:j])))
			i = j
		case isKatakana(src.r[i]):
			j := i + 1
			for j < len(r) && (isKatakana(src.r[j]) || src.r[j] == 0x3099 || src.r[j] == 0x309A) {
				j++
			}
			add(i, j, Katakana, normalKana(string(r[i:j])))
			i = j
		case isKanji(c):
			i = kanjiToken(src, i, add)
		case isHiragana(c):
			i = hiraganaToken(src, i, add)
		default:
			if c == src.r[i] {
				add(i, i+1, Mark, "")
			} else {
				add(i, i+1, Mark, string(c))
			}
			i++
		}
	}
	return out
}

// latinEnd finds the end of a Latin word: letters and digits, joined by - . / & ' + _ when a letter or digit follows.
func latinEnd(r []rune, i int) int {
	j := i + 1
	for j < len(r) {
		if isLatin(r[j]) || isDigit(r[j]) {
			j++
			continue
		}
		switch r[j] {
		case '-', '.', '&', '\'', '+', '_', '/':
			if j+1 < len(r) && (isLatin(r[j+1]) || isDigit(r[j+1])) {
				j += 2
				continue
			}
		}
		break
	}
	return j
}

// eraYear returns the end of 令和６年 or 令和６年度 when it starts at i, else i.
func eraYear(r []rune, i int) int {
	for _, e := range eras {
		if !hasAt(r, i, e.name) {
			continue
		}
		j := i + 2
		if n, ok := scanNumber(r, j); ok {
			j = n.end
		} else if at(r, j) == '元' {
			j++
		}
		if j > i+2 && at(r, j) == '年' {
			if at(r, j+1) == '度' {
				return j + 2
			}
			return j + 1
		}
	}
	return i
}

// eraSuffix is 1 where 年度 ends at end, 0 where 年 does.
func eraSuffix(r []rune, end int) int {
	if r[end-1] == '度' {
		return 1
	}
	return 0
}

// numberToken reads a number, with its 年 or 年度 when it is a year. Kanji numerals count when a counter follows.
func numberToken(r []rune, i int) (end int, norm string) {
	n, ok := scanNumber(r, i)
	if !ok {
		return i, ""
	}
	if n.kanji {
		if kanjiWord(r, i) || !kanjiNumber(r, i, n.end) {
			return i, ""
		}
	}
	end = n.end
	for _, unit := range []string{"年度", "年"} {
		if hasAt(r, end, unit) && (n.value >= 1900 && n.value < 2200) {
			end += runeLen(unit)
			return end, formatNumber(n.value) + unit
		}
	}
	// 2.4.1, 2024-25, 5G: what hangs on a number is part of it
	for end+1 < len(r) && (r[end] == '.' || r[end] == '-' || r[end] == '/') && isDigit(r[end+1]) {
		end++
		for end < len(r) && isDigit(r[end]) {
			end++
		}
	}
	if end != n.end {
		return end, string(r[i:end])
	}
	if !n.kanji && end < len(r) && isLatin(r[end]) && r[end] < 0x80 && !unitLatin(r, end) {
		end = latinEnd(r, end)
		return end, strings.ToLower(string(r[i:end]))
	}
	return end, numberText(r, i, n)
}

// kanjiToken cuts one run of kanji, up to the function word in it if there is one, and takes the okurigana along.
func kanjiToken(src *source, i int, add func(start, end int, class Class, norm string)) int {
	r := src.n
	end := i + 1
	if n := functionKanjiAt.longest(r, i, len(r)); n > 0 && functionEnds(r, i, n) {
		add(i, i+n, Function, "")
		return i + n
	}
	for end < len(r) && isKanji(r[end]) {
		if n := functionKanjiAt.longest(r, end, len(r)); n > 0 && functionEnds(r, end, n) {
			break
		}
		if numeral(r[end]) {
			if stop, _ := numberToken(r, end); stop > end {
				break
			}
		}
		end++
	}
	// ヶ and ケ between kanji belong to the run: 三ヶ所
	one := [1]Span{{i, end}}
	pieces := one[:]
	if end-i > 2 {
		pieces = cutKanji(r, i, end)
	}
	for k, p := range pieces {
		if k < len(pieces)-1 || p.End == len(r) || !isHiragana(r[p.End]) {
			add(p.Start, p.End, Kanji, "")
			continue
		}
		tail := okurigana(r, p)
		if tail == p.End {
			add(p.Start, p.End, Kanji, "")
		} else {
			add(p.Start, tail, Inflected, src.text(p.Start, p.End))
		}
		end = tail
	}
	return end
}

// functionEnds guards function words against being the beginning of another word: 対し of 対処, 向け of 向け先, 図る.
func functionEnds(r []rune, i, n int) bool {
	if i+n >= len(r) {
		return true
	}
	last, next := r[i+n-1], r[i+n]
	if isKanji(last) {
		return !isHiragana(next) || next == 'に' || next == 'の' || next == 'は' || next == 'を' || next == 'も'
	}
	return !isHiragana(next) || !strings.ContainsRune("っりるれろいうえまみむめ", next) || n > 2
}

// okurigana returns the end of the inflection that follows a kanji piece: nothing where a function word follows, else the
// hiragana up to the next function word. A single kanji before い し り き … is a verb: 示し, 行い.
func okurigana(r []rune, p Span) int {
	j := p.End
	stop := j
	for stop < len(r) && isHiragana(r[stop]) && stop-j < 6 {
		stop++
	}
	single := p.End-p.Start == 1
	if n := adjectiveAt.longest(r, j, len(r)); n > 0 && single {
		return j + n
	}
	if n := functionAt.longest(r, j, len(r)); n > 0 {
		if !single || isParticle(r[j]) || n > 1 && r[j] != 'し' {
			return j
		}
	}
	for k := j + 1; k < stop; k++ {
		if r[k] == 'る' || r[k] == 'た' || r[k] == 'て' || r[k] == 'っ' {
			continue
		}
		if isParticle(r[k]) || functionAt.longest(r, k, len(r)) > 1 {
			return k
		}
	}
	return stop
}

func isParticle(c rune) bool { return strings.ContainsRune("をにはがでともへやの", c) }

// hiraganaToken reads one function word, or the hiragana up to the next one as a word of its own.
func hiraganaToken(src *source, i int, add func(start, end int, class Class, norm string)) int {
	r := src.n
	if n := hiraganaAt.longest(r, i, len(r)); n > 0 {
		add(i, i+n, Hiragana, "")
		return i + n
	}
	if n := functionAt.longest(r, i, len(r)); n > 0 {
		add(i, i+n, Function, "")
		return i + n
	}
	j := i + 1
	for j < len(r) && isHiragana(r[j]) {
		n := functionAt.longest(r, j, len(r))
		if n > 1 || n == 1 && isParticle(r[j]) {
			break
		}
		j++
	}
	class := Hiragana
	if j-i == 1 {
		class = Function // a rest of an inflection
	}
	add(i, j, class, "")
	return j
}
