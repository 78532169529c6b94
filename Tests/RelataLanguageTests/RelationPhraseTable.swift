/// Every relation of the shipped schema in words, read through by a person: id, then active and inverse,
/// each as now positive, now negative, former positive, former negative.
enum RelationPhraseTable {
  static let rows = """
    leads | leads | does not lead | formerly led | did not lead | is led by | is not led by | was formerly led by | was not led by
    member_of | is a member of | is not a member of | was formerly a member of | was not a member of | has as a member | does not have as a member | formerly had as a member | did not have as a member
    employed_by | works for | does not work for | formerly worked for | did not work for | employs | does not employ | formerly employed | did not employ
    spokesperson_for | speaks for | does not speak for | formerly spoke for | did not speak for | has as a spokesperson | does not have as a spokesperson | formerly had as a spokesperson | did not have as a spokesperson
    represents | represents | does not represent | formerly represented | did not represent | is represented by | is not represented by | was formerly represented by | was not represented by
    advises | advises | does not advise | formerly advised | did not advise | is advised by | is not advised by | was formerly advised by | was not advised by
    hired | hired | did not hire | previously hired | had not hired | was hired by | was not hired by | was previously hired by | had not been hired by
    appointed | appointed | did not appoint | previously appointed | had not appointed | was appointed by | was not appointed by | was previously appointed by | had not been appointed by
    successor_of | succeeded | did not succeed | previously succeeded | had not succeeded | was the predecessor of | was not the predecessor of | was the predecessor of | was not the predecessor of
    founded | founded | did not found | previously founded | had not founded | was founded by | was not founded by | was previously founded by | had not been founded by
    owns | owns | does not own | formerly owned | did not own | is owned by | is not owned by | was formerly owned by | was not owned by
    part_of | is part of | is not part of | was formerly part of | was not part of | includes | does not include | formerly included | did not include
    affiliated_with | is affiliated with | is not affiliated with | was formerly affiliated with | was not affiliated with | is affiliated with | is not affiliated with | was formerly affiliated with | was not affiliated with
    funds | funds | does not fund | formerly funded | did not fund | is funded by | is not funded by | was formerly funded by | was not funded by
    paid | paid | did not pay | previously paid | had not paid | was paid by | was not paid by | was previously paid by | had not been paid by
    does_business_with | does business with | does not do business with | formerly did business with | did not do business with | does business with | does not do business with | formerly did business with | did not do business with
    supplies | supplies | does not supply | formerly supplied | did not supply | is supplied by | is not supplied by | was formerly supplied by | was not supplied by
    allied_with | is allied with | is not allied with | was formerly allied with | was not allied with | is allied with | is not allied with | was formerly allied with | was not allied with
    supports | supports | does not support | formerly supported | did not support | is supported by | is not supported by | was formerly supported by | was not supported by
    opposes | opposes | does not oppose | formerly opposed | did not oppose | is opposed by | is not opposed by | was formerly opposed by | was not opposed by
    accused | accused | did not accuse | previously accused | had not accused | was accused by | was not accused by | was previously accused by | had not been accused by
    fights | fights | does not fight | formerly fought | did not fight | fights | does not fight | formerly fought | did not fight
    attacked | attacked | did not attack | previously attacked | had not attacked | was attacked by | was not attacked by | was previously attacked by | had not been attacked by
    killed | killed | did not kill | previously killed | had not killed | was killed by | was not killed by | was previously killed by | had not been killed by
    detained | detained | did not detain | previously detained | had not detained | was detained by | was not detained by | was previously detained by | had not been detained by
    prosecuted | prosecuted | did not prosecute | previously prosecuted | had not prosecuted | was prosecuted by | was not prosecuted by | was previously prosecuted by | had not been prosecuted by
    sanctioned | sanctioned | did not sanction | previously sanctioned | had not sanctioned | was sanctioned by | was not sanctioned by | was previously sanctioned by | had not been sanctioned by
    met_with | met with | did not meet with | previously met with | had not met with | met with | did not meet with | previously met with | had not met with
    communicated_with | communicated with | did not communicate with | previously communicated with | had not communicated with | communicated with | did not communicate with | previously communicated with | had not communicated with
    negotiated_with | negotiated with | did not negotiate with | previously negotiated with | had not negotiated with | negotiated with | did not negotiate with | previously negotiated with | had not negotiated with
    citizen_of | is a citizen of | is not a citizen of | was formerly a citizen of | was not a citizen of | has as a citizen | does not have as a citizen | formerly had as a citizen | did not have as a citizen
    born_in | was born in | was not born in | was born in | was not born in | is the birthplace of | is not the birthplace of | was the birthplace of | was not the birthplace of
    based_in | is based in | is not based in | was formerly based in | was not based in | is a base of | is not a base of | was formerly a base of | was not a base of
    located_in | is in | is not in | was formerly in | was not in | contains | does not contain | formerly contained | did not contain
    travelled_to | travelled to | did not travel to | previously travelled to | had not travelled to | was visited by | was not visited by | was previously visited by | had not been visited by
    left | left | did not leave | previously left | had not left | was left by | was not left by | was previously left by | had not been left by
    controls | controls | does not control | formerly controlled | did not control | is controlled by | is not controlled by | was formerly controlled by | was not controlled by
    child_of | is a child of | is not a child of | was a child of | was not a child of | is a parent of | is not a parent of | was a parent of | was not a parent of
    spouse_of | is married to | is not married to | was formerly married to | was not married to | is married to | is not married to | was formerly married to | was not married to
    sibling_of | is a sibling of | is not a sibling of | was a sibling of | was not a sibling of | is a sibling of | is not a sibling of | was a sibling of | was not a sibling of
    relative_of | is a relative of | is not a relative of | was a relative of | was not a relative of | is a relative of | is not a relative of | was a relative of | was not a relative of
    educated_at | studied at | did not study at | previously studied at | had not studied at | educated | did not educate | previously educated | had not educated
    participated_in | took part in | did not take part in | previously took part in | had not taken part in | had as a participant | did not have as a participant | previously had as a participant | had not had as a participant
    other | is connected with | is not connected with | was formerly connected with | was not connected with | is connected with | is not connected with | was formerly connected with | was not connected with
    """
}
