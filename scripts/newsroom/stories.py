"""Invented investigative news: stories with slots for names, from which every document gets one of its own.

A, B, C are people (a, b, c their surnames), F and G firms, T and U towns, M an amount. Nobody and nothing in
here exists; hosts end in `.example`.
"""
from dataclasses import dataclass
from datetime import date, timedelta

PEOPLE = [
    "Ines Okafor", "Tobias Renn", "Marta Lindqvist", "Samuel Adeyemi", "Clara Whitcombe", "Joaquim Tavares",
    "Nadia Ferreira", "Owen Prideaux", "Helga Stromm", "Rafael Quintana", "Edith Maddox", "Viktor Halloran",
    "Yasmin Darwish", "Colm Feeney", "Agnes Thorvald", "Leon Baptiste", "Ruth Ellingham", "Pavel Kostka",
    "Dolores Ibarra", "Martin Greaves", "Signe Aalto", "Gordon Tufnell", "Farah Haddad", "Piers Langton",
    "Beatrix Nolde", "Kwame Asante", "Louise Charpentier", "Ivo Marchetti", "Hannah Sefton", "Dmitri Volkov",
    "Oona Kilbride", "Theo Vassallo", "Greta Lindholm",
]
FIRMS = [
    "Harrow & Pike", "Northgate Minerals", "Calder Freight", "Seaglass Holdings", "Ostrava Cement", "Blue Fen Water",
    "Tallis Offshore", "Marlow Pharma", "Finchley Flood Defence", "Aurora Credit Bank", "Stannard Rail", "Vega Timber",
    "Corvina Media", "Ridgeway Security", "Palatine Trust", "Delta Fisheries", "Ironbridge Capital", "Solway Grain",
    "Kestrel Aviation", "Umber Estates", "Lantern Energy", "Quayside Logistics", "Foxhall Systems",
]
TOWNS = [
    "Brackwater", "Port Ellis", "Dunmarrow", "Saltby", "Vessingen", "Kirkhallow", "San Aurelio", "Ostermark",
    "Wexcombe", "Lower Tarn", "Grantholm", "Miraflor", "Thornaby Cross", "Haldane Bay", "Nyeberg", "Cape Surrey",
    "Old Fleet",
]
AMOUNTS = ["1.4 million", "260,000", "3.75 million", "88,000", "12 million", "540,000", "19.2 million"]

STORIES: list[tuple[str, list[str]]] = [
    ("Harbour master took fees from {F}", [
        "{A}, the harbour master of {T}, took fees of {M} euros from {F} while he decided which of its ships could berth, "
        "according to bank records seen by this newspaper.",
        "The payments went to a company owned by his wife, {B}. She registered it in {U} eleven days before the first "
        "transfer arrived.",
        "“I have never favoured anybody,” {a} said by telephone. He would not say who had prepared the invoices.",
        "Two former clerks of the port office said that files on the berths were moved to a flat in {U} in the spring. "
        "One of them, {C}, kept copies and handed them to the police.",
        "{F} said it had paid for advice on dredging. The port authority has no report on dredging from those years.",
    ]),
    ("{A} sold clinic to {G} below its value", [
        "The regional health officer, {A}, sold the clinic of {T} to {G} for a third of what two surveyors had found it "
        "to be worth.",
        "A draft of the contract, dated four weeks before the tender was opened, already names {G} as the buyer. {B}, a "
        "lawyer in {U}, wrote it.",
        "{b} is a cousin of {c}, who sits on the supervisory board of {G}. Neither answered questions sent to them in "
        "writing.",
        "The council of {T} learned of the price from a reporter. “We were told that it was confidential,” said {C}, who "
        "leads the opposition.",
        "Prosecutors opened a file in June. They have asked the tax office for its figures.",
    ]),
    ("Quarry dust: {F} knew for years", [
        "Internal memos show that managers of {F} knew of dangerous dust at the quarry near {T} for at least six years "
        "and told nobody.",
        "{A}, an engineer, warned in a memo that the filters were too small. His superior, {B}, replied that the matter "
        "was closed.",
        "Nineteen workers have since fallen ill. Their lawyer, {C}, filed a claim of {M} pounds at the court in {U}.",
        "The state-owned insurer refuses to pay, because it was never told. {F} calls the memos fragments.",
    ]),
    ("Who owns the night ferries of {T}?", [
        "On paper the night ferries of {T} belong to a retired teacher. {A}, 81, says she has never been aboard one.",
        "She signed, she said, because her grandson {B} asked her to. {b} worked as an accountant for {G} until last "
        "autumn.",
        "Through two firms in {U}, {G} receives nine tenths of the profit. The remaining tenth goes to {C}, a former "
        "deputy minister of transport.",
        "{c} confirmed that he holds the share. He described it as a gift from an old friend, and declined to name the "
        "friend.",
        "Ferry safety inspectors have visited once in five years. Their report is two pages long.",
    ]),
    ("The consultant who signed for both sides", [
        "When {F} bought the old grain silos of {T}, the same consultant signed for the buyer and for the seller.",
        "{A} appears in the deed as the agent of the town and, nine lines below, as the adviser of {F}. The notary, {B}, "
        "said that he had not noticed.",
        "The silos were resold to {G} within a month. The difference, {M} euros, went through an account in {U}.",
        "{C}, who audits the books of the town, told the council in March that the sum could not be traced. The minutes "
        "of that meeting were later shortened.",
        "“Somebody took a page out,” {c} said. “I still have mine.”",
    ]),
    ("Rail tender was written by the winner", [
        "The specification for new night trains was drafted on a computer of {F}, the firm that later won the order.",
        "The file names {A}, head of sales of {F}, as its author. {B}, who led the tender for the ministry, passed it on "
        "under her own name.",
        "Three rivals gave up. One of them, {G}, complained to the procurement chamber in {U} and lost.",
        "{B} left the ministry in January. She now advises {F} from an office in {T}, where she works with {C}.",
        "The ministry says that no rule was broken. Its own legal service found otherwise in a note of 14 pages.",
    ]),
    ("Bank froze accounts of its critic", [
        "{F} froze the accounts of {A} three days after she had published an article about its loans to {G}.",
        "The bank told her that a computer had flagged a transfer. A letter from its compliance officer, {B}, shows that "
        "the order came from the board.",
        "The chairman, {C}, had asked whether “anything can be done about that woman”. He sent the message from {U} at "
        "6.40 in the morning.",
        "The regulator in {T} has demanded an explanation by the end of the month. {F} said it would co-operate fully.",
        "{a} has opened an account elsewhere. Her rent was late for the first time in her life.",
    ]),
    ("A river sold by the litre", [
        "For each litre that it pumps from the river above {T}, {F} pays less than a farmer pays for a thousandth of it.",
        "The licence was signed by {A}, then director of the water board. He joined the board of {F} a year later.",
        "{B}, a hydrologist, measured the level for eleven summers. Her figures were left out of the official report, "
        "which {C} edited.",
        "“The figures did not fit the format,” {c} said.",
        "Farmers in {U} have begun to drive their cattle to the fire station. {F} sells them water there, in bottles.",
    ]),
    ("Ghost teachers on the payroll of {T}", [
        "At least forty people who drew the salary of a teacher in {T} never stood in a classroom. Some of them were "
        "dead.",
        "The list was kept by {A}, a secretary in the school office, on the orders of {B}. He is the brother-in-law of "
        "the mayor, {C}.",
        "The money was withdrawn at a single branch of {F} in {U}, usually on the second day of the month.",
        "{A} has told investigators everything she knows. {B} left the country in the week of her first interview.",
        "The mayor said he had trusted his officials. He repaid {M} crowns, and said that this was no admission.",
    ]),
    ("Hunting lodge, paid for by {G}", [
        "The minister of forests, {A}, spent eleven weekends at a hunting lodge near {T}. {G} paid for all of them.",
        "Invoices of the lodge list the guests by their initials. A cook, {B}, identified nine of them from photographs.",
        "Among them was {C}, the judge who later dismissed the suit of three villages against {G}.",
        "{c} did not dispute that he was there. He said that he had paid for his own cartridges.",
        "{G} was fined {M} francs in {U} two years ago, for a similar weekend with other guests.",
    ]),
    ("Vaccines that were never cold", [
        "A quarter of the vaccines delivered to {T} by {F} had been stored at the temperature of a living room.",
        "The recorders in the boxes show it. {A}, a pharmacist, read them out and reported the result to the district.",
        "Her chief, {B}, ordered her to reset the recorders. She refused, and was moved to the archive.",
        "{F} blamed its carrier, {G}. The carrier’s manager, {C}, said that his vans had no cooling, and that the "
        "contract did not ask for any.",
        "More than 4,000 people have been called in again. The hall in {U} where they wait is unheated.",
    ]),
    ("The man behind thirty news sites", [
        "Thirty local news sites that appeared before the election belong to one man: {A}, a seller of garden furniture "
        "in {T}.",
        "He receives his texts from {F}. The firm was founded by {B}, once the spokesman of the governor.",
        "{B} said that he only supplies “content”. {F} billed the governor’s campaign {M} dollars for it.",
        "None of the reporters named on the sites could be found. The portrait of one of them shows {C}, an actor from "
        "{U}, who learned of it from us.",
        "“I would have liked to be asked,” he said. “Or paid.”",
    ]),
    ("Bridge inspector never left his desk", [
        "{A} inspected 212 bridges last year without leaving his office in {T}. Fuel receipts, or the lack of them, gave "
        "him away.",
        "One of the bridges fell into the canal in November. Nobody was hurt, because a baker, {B}, had stopped the "
        "traffic minutes before.",
        "The inspections were bought from {F}, which employs {a} and two others. Its owner, {C}, is a partner of {G} in "
        "three road contracts.",
        "{c} said that photographs had been taken by a drone. The drone was bought in December.",
        "The roads office in {U} has cancelled the contract. It is looking for engineers who own boots.",
    ]),
    ("Fishing boats under a borrowed flag", [
        "Six trawlers of {F} fish off {T} under the flag of a country that has no coast on that ocean.",
        "The papers were issued in a travel agency in {U}. Its owner, {A}, calls himself honorary consul.",
        "The catch is landed by night. {B}, a former mate, counted the crates for us on eleven occasions.",
        "Customs officers led by {C} searched one boat in May and found nothing. A message on his telephone had announced "
        "the search the day before.",
        "The message came from a number of {G}, a firm that sells ice.",
    ]),
    ("Spyware in the phone of a widow", [
        "The telephone of {A}, whose husband was shot in {T} in the spring, was infected four times with spyware sold by "
        "{F}.",
        "Technicians of a laboratory in {U} found the traces. They match those in the telephones of two reporters.",
        "{F} sells only to governments, says its director, {B}. He does not say to which.",
        "A delivery note names the interior ministry as the customer and {G} as the shipper. It was signed by {C}, an "
        "adviser of the minister.",
        "“I want to know who read what he wrote to me,” {a} said.",
    ]),
    ("The academy that sold its degrees", [
        "For {M} euros the private academy of {T} awarded a doctorate to anybody who asked politely.",
        "Its rector, {A}, signed 340 of them. Five are held by officers of the police, one by the head of {F}.",
        "{B} wrote most of the theses. She is paid by the page and keeps a list, which we have seen.",
        "Four chapters in the thesis of {C} are copied from a handbook on bees. He is now the deputy head of the customs "
        "office in {U}.",
        "The ministry has asked the academy for a statement. The academy has asked for time.",
    ]),
    ("Pension fund lent to its own trustee", [
        "The pension fund of the dockers of {T} lent {M} pounds to {F}, a firm that belongs to one of its trustees.",
        "{A} did not leave the room when the loan was put to the vote. The minutes, kept by {B}, record a unanimous yes.",
        "The money bought offices in {U}. They stand empty, and {G} holds the first mortgage on them.",
        "{C}, a crane driver, asked for the accounts in a letter. He received a calendar.",
        "The fund has written off half of the loan. Its members were told in a footnote.",
    ]),
    ("Secret flat for the auditor general", [
        "The auditor general, {A}, lives in a flat in {T} that is owned by {F}, a firm whose books her office examines.",
        "The lease, signed by {B}, asks for a rent of one crown. A clause obliges both sides to be silent about it.",
        "{a} said that she had declared the flat. The register of interests has no such entry, and {C}, who keeps it, says "
        "that none was removed.",
        "Her office gave {F} a clean opinion in four consecutive years. The firm was bought by {G} of {U} in the fifth.",
    ]),
    ("Coal for the stove, cash for the clerk", [
        "Every winter the district office of {T} gives coal to poor families. Every winter a third of it is sold.",
        "The buyer is {F}, whose yard lies behind the office. {A}, a clerk, opens the gate at five in the morning.",
        "{B}, a widow with four children, got two sacks instead of ten. She weighed them on the scales of the butcher.",
        "The head of the district, {C}, was shown the figures in {U} and said that they were impossible. A week later he "
        "asked for a copy.",
        "{G}, which mines the coal, says it delivers what is ordered.",
    ]),
    ("The translator who heard too much", [
        "{A} translated for both delegations at the talks in {T}, and for a third party that paid better: {F}.",
        "In fourteen reports he passed on what the ministers had said over dinner. We have read eleven of the reports.",
        "They were addressed to {B}, a former colonel who sells advice on risk. {b} paid in cash, in a café in {U}.",
        "{C}, who led one of the delegations, said that he had wondered why the price went up each morning.",
        "{a} does not deny the reports. He says that they were exercises in style.",
    ]),
    ("Firefighters trained on burning paper", [
        "The airport of {T} certified its firefighters after exercises that took place only in a ring binder.",
        "{A}, the chief of the brigade, signed for 26 drills. On nine of the days he was in {U}, at a trade fair of {F}.",
        "{F} delivers the foam. Its agent, {B}, fixed the prices with the airport’s buyer, {C}, in a file called "
        "“flowers”.",
        "When an aircraft of {G} caught fire in the autumn, the first hose was five metres too short.",
        "The passengers were led out by the crew. The investigation of the accident is confidential.",
    ]),
    ("Charity kept the blankets", [
        "Of 9,000 blankets given for the flood victims of {T}, about 5,500 still lie in a hall of {F}.",
        "The charity that collected them is led by {A}. Its treasurer, {B}, rents the hall to it for {M} dollars a year.",
        "“Blankets are a reserve,” {a} said. The hall has no heating, and its floor floods as well.",
        "Volunteers photographed the labels. Some of the blankets had been bought by the town of {U}, which now has none.",
        "{C}, a nurse, asked for two hundred. She was offered flyers instead.",
    ]),
    ("Court files sold by weight", [
        "A dealer in waste paper in {T} bought 600 kilograms of court files, among them those of open cases.",
        "The seller was {A}, caretaker of the court of {U}. He says that he had an order from the president, {B}.",
        "In the pile were the statements of two witnesses against {F}. Their addresses could be read without effort.",
        "{C}, who is one of the two, has moved house. The firm’s lawyers had quoted from her statement before it was "
        "filed.",
        "The ministry of justice calls the affair an oversight, and has ordered shredders from {G}.",
    ]),
    ("Lottery winners knew each other", [
        "Seven of the last ten winners of the regional lottery went to the same school in {T}.",
        "So did {A}, who programs the machine that draws the numbers. He works for {F}, and did not reply to us.",
        "{B}, who won twice, opened a flower shop with the money. Her landlord is {a}’s father.",
        "A mathematician, {C}, put the odds at one in several billions. “That is a polite way to say no,” she said.",
        "The lottery of {U} has used the same machine for a year. It bought it from {G}, second-hand.",
    ]),
]


@dataclass(frozen=True)
class Story:
    """A news item with names filled in."""

    title: str
    author: str
    day: date
    paragraphs: list[str]

    @property
    def published(self) -> str:
        """The day as ISO 8601."""
        return self.day.isoformat()

    @property
    def slug(self) -> str:
        """The title as it stands in an address."""
        words = "".join(c if c.isascii() and c.isalnum() else " " for c in self.title.lower())
        return "-".join(words.split())

    @property
    def url(self) -> str:
        """An address on an invented host."""
        return f"https://www.ledger.example/{self.day:%Y/%m}/{self.slug}"


def story(number: int) -> Story:
    """The story of this number; up to several hundred numbers give texts that differ."""
    title, paragraphs = STORIES[number % len(STORIES)]
    people = [PEOPLE[(number * 5 + step * 7 + number // len(STORIES)) % len(PEOPLE)] for step in range(4)]
    slots = dict(zip("ABC", people))
    slots |= {letter.lower(): name.split()[-1] for letter, name in slots.items()}
    slots |= {"F": FIRMS[number * 3 % len(FIRMS)], "G": FIRMS[(number * 3 + 11) % len(FIRMS)]}
    slots |= {"T": TOWNS[number * 2 % len(TOWNS)], "U": TOWNS[(number * 2 + 5) % len(TOWNS)]}
    slots["M"] = AMOUNTS[number % len(AMOUNTS)]
    return Story(
        title=title.format(**slots), author=people[3], day=date(2022, 3, 7) + timedelta(days=number * 9),
        paragraphs=[paragraph.format(**slots) for paragraph in paragraphs])


GERMAN = [
    "Der frühere Hafenmeister von Brackwasser, Jörg Küster, hat nach Unterlagen, die dieser Zeitung vorliegen, über Jahre "
    "Zahlungen der Reederei Möwe & Söhne angenommen.",
    "Küster bestreitet das. Die Zahlungen seien Honorare für Gutachten gewesen, sagte er auf Anfrage. Die Gutachten konnte "
    "er nicht vorlegen.",
    "Die Staatsanwaltschaft prüft, ob sie ein Verfahren eröffnet. Die Reederei äußerte sich nicht.",
]
RUSSIAN = [
    "Бывший начальник порта Игнат Салтыков много лет получал деньги от компании «Северный берег», следует из документов, "
    "с которыми ознакомилась редакция.",
    "Салтыков отрицает обвинения и утверждает, что ему платили за консультации. Отчётов о них он показать не смог.",
    "Прокуратура проверяет эти сведения. В компании от комментариев отказались.",
]
