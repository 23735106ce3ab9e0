/** How a word of American spelling is written here. */
export type British = {
  readonly british: string;
  /** Whether it is right in British English too, and only not the style of the house (“organize”). */
  readonly isStyle: boolean;
};

const orStems =
  'labor color favor honor neighbor behavior harbor humor rumor flavor savior endeavor parlor armor candor clamor ' +
  'fervor splendor odor tumor vapor misbehavior dishonor discolor belabor';
const orEndings =
  '- s ed ing er ers able ably ful fully less hood hoods ite ites itism al ally ly y blind grounds work party';

const izeStems =
  'organ reorgan disorgan unorgan recogn unrecogn real emphas apolog author unauthor central decentral civil colon ' +
  'decolon critic crystall custom demoral digit econom equal familiar final formal general global harmon hospital ' +
  'human dehuman ideal immun industrial international jeopard legal local legitim margin material maxim mechan memor ' +
  'minim mobil demobil modern monopol national neutral normal optim patron penal personal polar politic popular ' +
  'prior privat public radical random rational regular revolution scrutin sensit serial social special stabil ' +
  'destabil standard steril stigmat destigmat subsid summar symbol sympath synthes terror theor tranquill trivial ' +
  'traumat union urban util vandal victim visual capital categor character commercial computer ' +
  'contextual diagonal dramat empath energ fantas feminis fertil glamor hypothes individual initial institutional ' +
  'item militar demilitar moral natural pedestrian plural sanit sexual strateg system weapon ' +
  'brutal caramel carbon decarbon catalog incentiv monet pressur desensit recolon secular';
const izeEndings = 'ize izes ized izing ization izations izational izationally izer izers';

const yzeStems = 'anal paral catal';
const yzeEndings = 'yze yzes yzed yzing yzer yzers';

/** Doubled or undoubled letters, and single words. */
const pairs =
  'center:centre centers:centres centered:centred theater:theatre theaters:theatres fiber:fibre fibers:fibres ' +
  'liter:litre liters:litres kilometer:kilometre kilometers:kilometres centimeter:centimetre centimeters:centimetres ' +
  'caliber:calibre saber:sabre specter:spectre somber:sombre luster:lustre meager:meagre maneuver:manoeuvre ' +
  'maneuvers:manoeuvres maneuvering:manoeuvring defense:defence defenses:defences defenseless:defenceless ' +
  'offense:offence offenses:offences pretense:pretence traveled:travelled traveling:travelling traveler:traveller ' +
  'travelers:travellers canceled:cancelled canceling:cancelling labeled:labelled labeling:labelling ' +
  'modeled:modelled modeling:modelling leveled:levelled leveling:levelling channeled:channelled ' +
  'channeling:channelling signaled:signalled signaling:signalling totaled:totalled fueled:fuelled fueling:fuelling ' +
  'dialed:dialled marveled:marvelled quarreled:quarrelled unraveled:unravelled rivaled:rivalled ' +
  'counselor:counsellor counselors:counsellors counseling:counselling counseled:counselled jeweler:jeweller ' +
  'jewelry:jewellery enrollment:enrolment enrollments:enrolments fulfill:fulfil fulfills:fulfils ' +
  'fulfillment:fulfilment enroll:enrol enrolls:enrols installment:instalment installments:instalments ' +
  'skillful:skilful skillfully:skilfully willful:wilful willfully:wilfully instill:instil instills:instils ' +
  'distill:distil gray:grey grays:greys plow:plough plows:ploughs plowing:ploughing skeptic:sceptic ' +
  'skeptics:sceptics skeptical:sceptical skepticism:scepticism mustache:moustache pajamas:pyjamas ' +
  'aluminum:aluminium pediatric:paediatric pediatrician:paediatrician pediatricians:paediatricians anemia:anaemia ' +
  'anemic:anaemic anesthetic:anaesthetic anesthesia:anaesthesia gynecologist:gynaecologist ' +
  'gynecology:gynaecology hemorrhage:haemorrhage leukemia:leukaemia orthopedic:orthopaedic diarrhea:diarrhoea ' +
  'estrogen:oestrogen archeology:archaeology archeologist:archaeologist ' +
  'mom:mum moms:mums math:maths tidbit:titbit airplane:aeroplane airplanes:aeroplanes catalog:catalogue ' +
  'catalogs:catalogues dialog:dialogue dialogs:dialogues program:programme programs:programmes ' +
  'cozy:cosy sulfur:sulphur mold:mould molds:moulds moldy:mouldy smolder:smoulder smoldering:smouldering ' +
  'artifact:artefact artifacts:artefacts checkered:chequered paycheck:pay packet paychecks:pay packets';

const table = tableOf();

/** The British spelling of a word in small letters that is written in the American way. */
export function britishFor(word: string): British | undefined {
  return table.get(word);
}

function tableOf(): ReadonlyMap<string, British> {
  const words = new Map<string, British>();
  for (const pair of pairs.split(/ (?=[a-z]+:)/)) {
    const [american = '', british = ''] = pair.split(':');
    words.set(american, { british, isStyle: false });
  }
  for (const stem of orStems.split(' ')) {
    for (const ending of orEndings.split(' ')) {
      const rest = ending === '-' ? '' : ending;
      words.set(stem + rest, { british: `${stem.slice(0, -2)}our${rest}`, isStyle: false });
    }
  }
  for (const [stems, endings, isStyle] of [
    [izeStems, izeEndings, true],
    [yzeStems, yzeEndings, false],
  ] as const) {
    for (const stem of stems.split(' ')) {
      for (const ending of endings.split(' ')) {
        words.set(stem + ending, { british: stem + ending.replace('z', 's'), isStyle });
      }
    }
  }
  return words;
}
