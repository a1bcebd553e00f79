package diff

// The words by which turns are told (turn_en.go).
var (
	// pointsBackEn point back to what the sentence before has promised.
	pointsBackEn = setEn("it this these they those that them both each")
	// themEn point back to things of which a part is told.
	themEn = setEn("these them those this it which")
	// carriersEn name what was promised by what it is to those who do it.
	carriersEn = setEn("work works programme program scheme project measure measures activity activities action actions exercise service services operation operations campaign effort task undertaking arrangement arrangements initiative venture commitment implementation offer series process plan enterprise round rounds")
	// sidesEn are sides of a commitment that can be wide or narrow.
	sidesEn = setEn("funds funding pace room tempo scale scope size extent range reach coverage number numbers volume amount budget frequency places quota intake capacity area rate eligibility entitlement level total circle group footing ambit catchment quantity quantities target targets share length sum sums allocation radius output throughput allowance grant intervals complement spread breadth remit")
	// countableEn are things of which a commitment commonly gives or does a number.
	countableEn = setEn("teams crews wardens guides vehicles machines shifts rooms beds desks tables counters tests talks films books performances concerts exhibitions audits studies plots parcels kits tools flights sailings crossings journeys scholars trainees apprentices interns readers members sample places sites participants recipients beneficiaries visits courses sessions grants towns schools villages towns regions districts counties areas locations users copies events days hours weeks rounds inspections checks visits applicants applications people persons members pupils students firms households vouchers meetings seminars workshops lessons classes stations stops offices centres branches languages municipalities councils cases licences permits awards scholarships bursaries loans seats participants trips tours runs trains buses samples stands staff posts teachers officers inspectors hospitals libraries museums farms units premises subjects topics categories groups routes stretches miles issues editions parishes boroughs communes")
	// timesSideEn are the times of a commitment.
	timesSideEn = setEn("time phase stage starting ending start launch opening completion delivery date dates deadline deadlines timetable timetables schedule timing period implementation introduction publication beginning commencement end year inauguration conclusion target handover limit term finish installation adoption entry rollout roll-out kick-off")
	// waysTurnEn are the ways in which it is done.
	waysTurnEn = setEn("method methods approach approaches procedure procedures way ways form forms format formats means technique techniques technology manner mode modes channel channels fashion route arrangements practice system model process medium media")
	// limitsTurnEn bound who or how many can take part.
	limitsTurnEn = setEn("bound bracket band limit limits ceiling ceilings cap caps restriction restrictions threshold thresholds condition conditions requirement requirements bar barrier minimum maximum")
	// partsTurnEn are parts of a commitment.
	partsTurnEn    = setEn("part parts element elements component components strand strands portion section half share aspect leg component branch side segment")
	degreesEn      = setEn("much far greatly well more less somewhat slightly the a its their")
	timeUnitsEn    = setEn("year years month months week weeks season seasons term quarter spring summer autumn winter")
	somePartEn     = setEn("some most many all several few parts half rest")
	furtherEn      = setEn("further additional extra more another")
	allowedEn      = setEn("allowed needed required given taken granted added necessary")
	shareOrdinalEn = setEn("third fifth tenth")
	openedEn       = setEn("added admitted included opened open brought thrown accepted joined")
	putsOffEn      = setEn("postpone postponed defer deferred delay delayed")
	doersTurnEn    = setEn("agency institute bureau corporation trust inspectorate unit police company firm society university service fund bank registry team regulator commissioner registrar museum library state union federation association chamber institution directorate administration body")
	touchEn        = setEn("touch contact")
	boundedByEn    = setEn("upper lower age income maximum minimum weight size")
	staysTurnEn    = setEn("stay stays remain remains kept")
	presentTurnEn  = setEn("present current same existing today")
	laterWordEn    = setEn("later")
	noneEn         = setEn("no not than")
	alsoEn         = setEn("too also well likewise")
	themselvesEn   = setEn("fend themselves devices others own")
	countingEn     = setEn("fewer more further additional extra less half as many twice no")
	towardsEn      = setEn("to towards into")
	frontPrepsEn   = setEn("on in by at with for to under along after before during throughout from until till owing because due despite against besides without through over of as within")
	onlyEn         = setEn("only alone")
	wasEn          = setEn("was were did had made used could took")
	plannedEn      = setEn("will shall is are now may can to")
	lostEn         = setEn("lose loses losing forfeit forfeits")
	rightsEn       = setEn("access entitlement right rights claim claims eligibility place places share benefit benefits")
	// aboutEn say with what a part has to do.
	aboutEn = setEn("concerning relating regarding covering dealing affecting intended meant addressed pertaining involving devoted")
	// frontEn may stand before a subject.
	frontEn = setEn("here then hence thus now also instead only then moreover however likewise")
	// statesTurnEn are verbs in the present by which it is told how the commitment is from now on.
	statesTurnEn = setEn("leaves leave omits excludes expect expects intend intends stops stop loses lose makes make runs run reaches reach receives receive serves serve starts start begins begin goes need needs stand stands gets get ends end supplant lapses drop drops fall falls shrink shrinks replace replaces give gives cease ceases come comes move moves stay stays include includes cover covers extend extends apply applies shift shifts slip slips rise rises grow grows double doubles halve halves take takes go goes allow allows qualify qualifies join joins change changes becomes become supersede supersedes")
	noChangesEn  = setEn("change changes alteration alterations modification modifications")
	usualRulesEn = setEn("usual existing present current ordinary normal customary same established standing")
	applyEn      = setEn("apply applies hold holds remain remains continue continues followed used observed govern")
	// alteredTurnEn say that something becomes another.
	alteredTurnEn = setEn("changed altered revised modified different replaced overhauled redesigned reorganised reorganized adapted change changes differ differs reformed rethought recast amended reworked adjusted new simplified")
	soonerEn      = setEn("earlier sooner ahead advanced")
	// movedLaterEn move a time; laterOnlyEn only to a later one.
	movedLaterEn   = setEn("moved pushed shifted changed put set slipped extended prolonged delayed deferred altered revised rescheduled postponed lengthened held moves slips shifts slip move changed adjusted reset retimed reprogrammed")
	laterOnlyEn    = setEn("extended prolonged delayed deferred slipped postponed lengthened slips back later")
	notUntilEn     = setEn("until before till")
	waitEn         = setEn("wait waits await awaits")
	happensEn      = setEn("do place happen happens begin begins start starts follow follows done held carried completed open opened come run delivered launched finished introduced implemented undertaken due planned scheduled fixed set expected foreseen envisaged timed available issued published made ready proceed conducted commence commences conclude")
	delaysEn       = setEn("lack not delay delays postponement slippage backlog")
	takenUpAgainEn = setEn("taken resumed begun started revived done held attempted tried")
	monthNamesEn   = setEn("january february march april june july august september october november december spring summer autumn winter")
	// meansNounsEn are means and forms in which something can be done.
	meansNounsEn = setEn("tablet laptop terminals online internet web website video telephone phone paper electronic digital drone drones machine machines post mail email e-mail letter letters form forms interview interviews visit visits check checks sampling samples satellite satellites questionnaire questionnaires portal app apps signature signatures meeting meetings call calls lots lottery lotteries contractors volunteers staff robot robots sensors cameras camera computer computers hand text message messages leaflet leaflets brochure posters radio television newspaper notices advertisements bus buses train ferry vans van boat boats helicopter helicopters course courses lectures seminar webinars classroom fax cash card cards voucher vouchers cheques transfer barter fines warnings queue queues tender tenders auction auctions ballot election appointment inspectors inspections survey surveys counters kiosks desks site screens plastic glass steel wood concrete diesel electric gas petrol oil coal person screen tablets software audit audits self-assessment tests exam examinations podcasts recordings film films printed stickers tokens tickets remote remotely manually automatically electronically outsourcing licence licences")
	// usesEn put means to use.
	usesEn         = setEn("used use uses using employed applied adopted followed done carried held conducted made performed given sent offered taught run organised organized delivered processed handled administered drawn operated served issued")
	replacesTurnEn = setEn("replace replaces replaced supersede supersedes superseded supplant supplants supplanted")
	needsNewEn     = setEn("worn broken damaged old ageing")
	stopsTurnEn    = setEn("abandoned dropped discontinued cancelled given scrapped ended stopped omitted removed deleted cut withdrawn lapses lapse shelved suspended foregone deleted excised")
	shiftsEn       = setEn("switch switched change changed changes shift shifted shifts move moved moves conversion converted transition changeover migrated transferred turned")
	novelEn        = setEn("different new another other changed revised modified altered alternative novel fresh reformed simplified redesigned")
	recastEn       = setEn("reorganised reorganized restructured recast redesigned remodelled overhauled reshaped reformed rethought outsourced digitised automated mechanised revamped")
	wayVerbsEn     = setEn("using take takes follow following adopting adopt with by use applying under")
	formerlyEn     = setEn("before formerly previously hitherto past once far")
	// scopeActsEn say that somebody or something is in: covered, eligible.
	scopeActsEn = setEn("sign enrol enroll attend count counts use scope part thrown access room turned refused entitlement catering cover covered covers include included includes extend extends apply applies eligible qualify qualifies open admitted accepted available benefit benefits entitled reach reached served serve participate considered visited encompass encompasses comprise comprises embrace embraces join joined joins added brought entry accessible welcome concern concerns affected involve involves catered supported offered supplied receive counted enrolled registered")
	reachesEn   = setEn("cover covers include includes extend extends apply applies open reach encompass embrace extends comprise involve concern serve added brought")
	boundsEn    = setEn("limited restricted confined reserved bound tied limit restrict confine")
	// accessEn are what can be limited to some.
	accessEn     = setEn("places access participation admission entry eligibility membership support help aid grants applications subsidies assistance invitations entrance attendance tickets loans use payments bookings registration enrolment")
	liftedEn     = setEn("widened extended broadened lifted removed abolished dropped waived relaxed raised eased ended scrapped higher increased loosened go goes disapplied suspended fall falls doubled")
	tightenedEn  = setEn("tightened introduced imposed stricter tighter set added")
	excludedEn   = setEn("excluded omitted exempt exempted excepted disregarded ineligible excluding foregone")
	takenOutEn   = setEn("skipped dropped removed taken deleted struck cut withdrawn crossed weeded eliminated released")
	feesEn       = setEn("fee fees charge charges tax taxes duty tariff tariffs price prices")
	shrinksEn    = setEn("slowed slow cut halved reduced lowered shrink shrinks fall falls drop drops decrease decreases decline declines trimmed curtailed narrowed contracted diminish diminished lessened halve halves pared down less lower smaller fewer restricted limited slashed cutback decreased tapered narrower")
	growsEn      = setEn("quickened faster rise rises increase increases increased grow grows doubled doubling tripled trebled quadrupled raised expanded extended widened broadened enlarged up double triple treble widen larger greater higher bigger more wider broader boosted expand multiplied lifted stretched")
	scaledDownEn = setEn("reduced curtailed narrowed shrink shrinks trimmed pared slimmed downsized scaled-back scaled-down halved shortened cut contract")
	scaledUpEn   = setEn("expanded extended widened broadened enlarged doubled trebled tripled stepped grow grows increased intensified opened upscaled rolled expand widen extended")
	timesMoreEn  = setEn("twice double treble triple thrice quadruple doubled")
	timesLessEn  = setEn("half third quarter fifth thirds quarters tenth halves fraction two-thirds three-quarters one-third")
	moreWordsEn  = setEn("grander greater bolder further extra more larger bigger wider broader greater higher extended expanded enlarged increased longer ampler fuller additional")
	fewerWordsEn = setEn("humbler tinier fewer smaller less lower narrower reduced lesser modest limited scaled-down scaled-back slimmed-down restricted shorter diminished curtailed slimmer narrowed")
	// howVerbsEn only say of an act that it is done.
	howVerbsEn = setEn("spread done carried undertaken pursued conducted implemented delivered organised organized managed run executed financed funded paid coordinated performed effected handled accomplished proceed continue continues go take place happen based guided governed overseen supervised monitored led supported accompanied prepared planned staffed arranged met borne advised shared developed")
	// howActsEn do so without a passive.
	howActsEn   = setEn("proceed continue continues go take happen comply conform respect rest rely remain advance")
	subjectToEn = setEn("subject depend depends accord accordance")
	costsEn     = setEn("permits licences consents approvals permissions permit consent permission funds funding fund resources money budget staff personnel cost costs expense expenses finance financing expenditure appropriations manpower means monies finances outlay spending equipment support sums")
	neededEn    = setEn("necessary needed required requisite usual additional sufficient adequate appropriate extra relevant")
	providedEn  = setEn("sought found met provided secured requested covered borne available set raised earmarked drawn kept defrayed shared obtained come applied allocated mobilised solicited requested identified made assured procured taken")
	// caresEn are what is paid, given or taken while something is done.
	caresEn           = setEn("regard account care attention consideration heed note emphasis contact contacts cooperation co-operation coordination liaison weight caution diligence importance priority touch precaution dialogue sensitivity discretion")
	careVerbsEn       = setEn("taken paid given kept had maintained ensured exercised sought attached placed observed laid shown assured")
	heededEn          = setEn("views opinions advice comments suggestions wishes needs interests experience lessons results findings conditions circumstances rights rules principles requirements standards laws law concerns guidelines recommendations confidentiality rules experiences regulations lessons")
	pastRunEn         = setEn("last past previous earlier former local")
	respectEn         = setEn("heard sought taken considered borne respected observed followed heeded complied met reflected drawn kept safeguarded protected honoured incorporated guaranteed remembered applied ensured built")
	consultedEn       = setEn("told kept consulted informed heard involved asked notified associated updated")
	cooperateEn       = setEn("stay remain cooperate co-operate collaborate liaise work coordinate co-ordinate consult keep confer")
	bodiesConcernedEn = setEn("involved neighbouring towns counties regions provinces municipalities experts partners partner local concerned stakeholders stakeholder parties bodies authorities affected interested relevant responsible competent all community communities neighbours associations")
	detailsTurnEn     = setEn("timing details detail dates date venue venues particulars arrangements place times time location locations programme agenda order speed pace")
	settledEn         = setEn("agreed settled fixed decided announced determined worked arranged set adapted adjusted tailored suited suit chosen")
	madeTurnEn        = setEn("made taken undertaken put")
	secureEn          = setEn("secure keep ensure avoid obtain find limit save minimise minimize hold contain see spare")
)
