/** Words that the dictionary lacks and that schools, unions and campaigns use every day. In small letters. */
export const everydayWords: ReadonlySet<string> = new Set(
  (
    'ableism ableist academisation academise academised acephobia adivasi adivasis agroecological agroecology ' +
    'allyship anticolonial antifascism antiracism antiracist antisemite antisemites antivax artivism backfill backpay ' +
    'bantustan bantustans biphobia biphobic breaktime breaktimes campesino campesinos caregiving casualisation ' +
    'chatbot chatbots checkboxes clicktivism covid crowdfunder crowdsourced crowdsourcing cyber cyberbullying dalit ' +
    'dalits deadnaming decarbonisation decarbonise decarbonising defund defunded defunding demining diasporic doxxed ' +
    'doxxing dropdown dyscalculia dyspraxia ebook ebooks ecofeminism ecofeminist edtech factsheet factsheets ' +
    'fairtrade favela favelas femicide femicides financialisation flipchart flipcharts foodbank foodbanks fundraise ' +
    'fundraised fundraises geolocation greenwash greenwashing gurdwara gurdwaras hacktivism handwash handwashing ' +
    'homeschool iftar iftars immunocompromised influencer influencers insourcing islamophobe islamophobes ' +
    'islamophobia islamophobic jailings keffiyeh keffiyehs keynesian landgrab landgrabs lesbophobia lifecycle ' +
    'livestream livestreamed livestreamers livestreaming livestreams lockdown lockdowns longlist longlisted ' +
    'longlisting mandir marketisation marketised marxist marxists mentee mentees microsite microsites misgender ' +
    'misgendered misgendering misogynoir multilateralism neocolonial neoliberal neoliberalism neurodivergent ' +
    'neurodiverse neurodiversity niqab niqabs nonbinary onboarding oracy orwellian pastoralist pastoralists paywalled ' +
    'pdf pdfs pedagogies photocopiable playtimes playworker playworkers precarity queerphobia reaffiliate ' +
    'reaffiliated reaffiliation reballot reballoted reballoting reballots refoulement renewables reskill reskilled ' +
    'reskilling retranslate rewild rewilding ringfence ringfenced ringfencing roadmap roadmaps rollout rollouts ' +
    'schoolgate staffroom staffrooms stalinist stocktake summative teacherless telehealth thatcherite timetabler ' +
    'toolkits transmisogyny underfunding unfollow unmute unmuted untouchability upskill upskilling utopian vax ' +
    'videocall videocalls videoconference videoconferences vlog vlogger vloggers wellbeing whataboutism whistleblower ' +
    'whistleblowers whistleblowing wifi womxn zoonotic'
  ).split(' '),
);
