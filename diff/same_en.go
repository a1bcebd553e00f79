package diff

import (
	"strings"

	"plandiff/lang"
)

// sameWordsEn are words of plans that say the same thing, a class a line; words joined by a hyphen are verbs of several words (look-after). A class holds what stands
// for the other in a promise written anew, and neither kinds of a thing (cars, vans) nor what only goes with it (hospitals, patients): a
// list that grows by a kind must still be seen to grow. A word of two meanings stands where plans use it more. Written from knowledge of the language.
const sameWordsEn = `
inform notify tell apprise let-know make-aware keep-informed
warn alert caution
noon midday
advise counsel
check inspect examine scrutinise scrutinize scrutiny verify look-over look-through go-over go-through
test try-out trial
repair mend fix patch make-good
replace swap
help assist aid
reimburse refund repay pay-back
train instruct coach
publish release issue bring-out put-out come-out make-public
buy purchase acquire
build construct erect
collect gather
monitor watch observe observation surveillance keep-watch
supervise oversee superintend
measure gauge
organise organize arrange
ask request invite urge call-on call-upon
answer reply respond response
enquiry inquiry query question enquire inquire
complaint grievance complain
lend borrow
send dispatch despatch
distribute circulate hand-out give-out pass-out
exhibit display
preserve conserve
protect safeguard shield
reduce lower diminish lessen curb decrease reduction
remove take-away clear-away
record log
draft draw-up formulate
update revise bring-up keep-current
investigate probe look-into inquire-into enquire-into
assess evaluate appraise
choose select pick
appoint nominate designate
recruit hire
shut close
discuss debate talk-over talk-through
explain clarify explanation
promote foster encourage stimulate
fund finance subsidise subsidize
award bestow prize
permit authorise authorize licence license
ban prohibit forbid
transport convey haul
install mount
connect link
excavate dig
photograph photo picture image
digitise digitize scan
recover salvage retrieve
return repatriate give-back hand-back
vaccinate inoculate immunise immunize
disinfect sterilise sterilize
slaughter cull
breed rear
accommodate accommodation lodge
maintain upkeep look-after take-care
begin start commence
finish conclude
stop cease halt
prevent avert prevention
combat fight tackle counter
match pair
improve enhance
strengthen reinforce fortify
accelerate hasten expedite
simplify streamline
facilitate ease
harmonise harmonize align
cooperate collaborate
participate participant participation take-part
certify accredit certification
enrol enroll sign-up
consult sound-out
lamp light
mark label tag
relocate transfer
rent lease
compensate indemnify
restore renovate refurbish rehabilitate
submit hand-in
recommend propose suggest
reject decline turn-down
track trace
seek search look-for
clean cleanse
grit salt
accompany escort
use utilise utilize
ship vessel boat craft
captain skipper shipmaster
sailor seaman seafarer mariner
harbour harbor port haven
quay wharf pier jetty
channel fairway
river watercourse
coast shore seaboard coastline shoreline
farm farmstead
doctor physician practitioner
medicine drug pharmaceutical
pharmacy pharmacist chemist
illness disease sickness ailment
child youngster children
youth teenager adolescent
pupil student schoolchild schoolchildren
elderly pensioner senior
disabled handicapped
unemployed jobless jobseeker
staff personnel
company firm business enterprise
shop retailer retail outlet
merchant dealer
seller vendor
customer client consumer
owner proprietor
home dwelling house residence
household family
flat apartment
resident inhabitant
village hamlet
municipality commune
migrant immigrant
prisoner inmate detainee
prison jail gaol
lawyer attorney solicitor
road highway roadway
motorist driver
lorry truck
car automobile
bicycle bike
railway railroad rail
aircraft aeroplane airplane
airport airfield aerodrome
film movie
magazine periodical journal
leaflet pamphlet brochure flyer booklet
handbook manual
website webpage online internet web
telephone phone
helpline hotline
television tv
map chart
figure statistics data
survey poll
summary digest overview
law legislation statute
rule regulation
certificate diploma
fee charge
scholarship bursary stipend
contest competition
conference congress convention symposium
anniversary jubilee birthday centenary
programme program scheme
device appliance apparatus instrument tool
alarm siren
forest woodland
hive apiary
meadow pasture grassland
rubbish refuse garbage litter trash waste
sewage wastewater effluent
pollution contamination pollute contaminate
rain rainfall precipitation
flood inundation
storm gale
landslide landslip
earthquake quake tremor
forecast predict prediction
noise sound
smell odour odor stench
accident crash collision
injury wound
hazard danger peril
defect fault flaw defective faulty
year annual annually
day daily
north northern
south southern
east eastern
west western
large big
foreign overseas abroad
countryside rural
volunteer voluntary
quick rapid swift prompt fast
vacant empty
`

// classEn maps the root of a word to that of the first word of its class, phrasalEn verbs of several words to it by their first word.
var classEn, phrasalEn = func() (map[string]string, map[string]map[string]string) {
	classes, phrases := map[string]string{}, map[string]map[string]string{}
	for _, line := range strings.Split(strings.TrimSpace(sameWordsEn), "\n") {
		words := strings.Fields(line)
		head := rootEn(lang.Stem(words[0]))
		for _, w := range words {
			if verb, particle, two := strings.Cut(w, "-"); two {
				verb = lang.Stem(verb)
				if phrases[verb] == nil {
					phrases[verb] = map[string]string{}
				}
				phrases[verb][particle] = head
				continue
			}
			classes[rootEn(lang.Stem(w))] = head
		}
	}
	return classes, phrases
}()

// derivedEn is the root of a stem, or that of the word that stands for its class of words that say the same.
func derivedEn(stem string) string {
	root := rootEn(stem)
	if class := classEn[root]; class != "" {
		return class
	}
	return root
}

// phrasalAtEn is the class of a verb of several words of which the first ends at i, with the end of its particle; "" if there is none. Up to two words may stand
// between (keep the list current, let mariners know).
func phrasalAtEn(r []rune, i int, verb string) (class string, end int) {
	particles := phrasalEn[verb]
	if particles == nil {
		return "", 0
	}
	for n := 0; n < 3; n++ {
		for i < len(r) && r[i] == ' ' {
			i++
		}
		from := i
		for i < len(r) && wordRune(r[i]) {
			i++
		}
		if i == from {
			return "", 0
		}
		w := strings.ToLower(string(r[from:i]))
		if c := particles[w]; c != "" && (n == 0 || !phraseEndsEn[w] || w == "up") {
			if n > 0 {
				return c, from // the words between count themselves
			}
			return c, i
		}
	}
	return "", 0
}
