/// A way of writing the name of one made-up person, Nora Feldt, mayor of Astel.
package struct WrittenName: Sendable, CustomStringConvertible {
  /// As it stands in a text.
  package var text: String
  /// What an output must not hold, if that is less than the form.
  package var telling: [String]

  package var description: String {
    text.unicodeScalars.map { $0.isASCII ? String($0) : "\\u{\(String($0.value, radix: 16))}" }
      .joined()
  }

  package init(_ text: String, telling: [String]? = nil) {
    self.text = text
    self.telling = telling ?? [text]
  }

  /// What the texts state of her besides her name, so that forms of it can be known.
  package static let statements = [
    "Nora Feldt, née Kern, was born in Astel.",
    "Nora \"Nell\" Feldt opened the fair.",
    "Nora Elisabeth Feldt signed the contract with Milo Hartwell.",
    "Nora Feldt, also known as \"the Fox\", denied it.",
    "Nora Feldt, the mayor of Astel, denied it.",
  ]

  /// Sentences about others and other things, of which nothing may go.
  package static let survivors = [
    "Norway felt the winter, nor a kernel of wheat was left in Fels.",
    "A mayor of another town and two mayors wrote to Anna Steiner.",
    "The n-factor, the NFL and the UN rose by 4.5 percent.",
    "Milo Hartwell fled to Northfield with Noah Feld.",
    "Elise and Kerner signed; a fox ran.",
  ]

  package static let all: [WrittenName] =
    plain + initials + order + derived + compounds + stated + letters + spaced + addresses + roles

  package static let plain = [
    "Nora Feldt", "NORA FELDT", "nora feldt", "Feldt", "FELDT", "feldt", "Nora", "Ms Feldt",
    "Feldt's", "Nora Feldt’s", "Nora  Feldt", "Nora\u{a0}Feldt", "Nora\nFeldt",
  ].map { WrittenName($0) }

  package static let initials = [
    "N. Feldt", "N Feldt", "N.F.", "N. F.", "NF", "Nora F.", "Feldt N.", "Feldt, N.", "N.E.F.",
    "NEF",
    "N. E. Feldt", "N.E. Feldt", "Nora E. Feldt", "Ms F.", "N.-E. Feldt", "Feldt, N. E.",
    "Feldt, N.E.",
  ].map { WrittenName($0) }

  package static let order = [
    "Feldt, Nora", "FELDT, Nora", "Feldt Nora", "FELDT Nora Elisabeth", "Feldt, Nora E.",
  ].map { WrittenName($0) }

  package static let derived = [
    "Feldtian", "Feldtism", "Feldtists", "Feldtgate", "Feldtesque", "Feldts", "Feldtite",
    "Feldtmania",
    "Feldt-like", "feldtian", "Feldtization",
  ].map { WrittenName($0, telling: ["feldt"]) }

  package static let compounds = [
    "FeldtGroup", "Feldt-Industries", "anti-Feldt", "NoraFeldt", "#FeldtGate", "teamnorafeldt",
    "FeldtHoldings2020", "MyFeldt", "Feldt/Hartwell", "non-Feldtian", "FELDT-GROUP", "Feldtmann",
  ].map { WrittenName($0, telling: ["feldt"]) }

  /// Names that the statements give her, and short forms.
  package static let stated =
    [
      "Norrie", "Nonie Feldt", "née Kern", "Nora Kern", "Kern", "Nora Feldt-Kern",
      "Nora Kern-Feldt", "N. Kern",
      "Nell Feldt", "Nell", "Elisabeth Feldt", "the Fox", "Kernian", "KernGroup", "Nell Kern",
    ].map { WrittenName($0) } + [
      WrittenName("Nora \"Nell\" Feldt", telling: ["nora", "nell", "feldt"]),
      WrittenName("Nora “Nell” Feldt", telling: ["nora", "nell", "feldt"]),
      WrittenName("Nora (Nell) Feldt", telling: ["nora", "nell", "feldt"]),
      WrittenName("Nora 'Nell' Feldt", telling: ["nora", "nell", "feldt"]),
      WrittenName("Nora Elisabeth Feldt", telling: ["nora", "elisabeth", "feldt"]),
    ]

  /// Other letters, invisible ones, escapes.
  package static let letters = [
    "N\u{43e}ra F\u{435}ldt", "\u{39d}\u{3bf}ra Feldt", "F\u{435}ld\u{442}", "Nóra Féldt",
    "No\u{301}ra Fe\u{308}ldt",
    "Ｎｏｒａ Ｆｅｌｄｔ", "𝐍𝐨𝐫𝐚 𝐅𝐞𝐥𝐝𝐭", "Fel\u{ad}dt", "No\u{200b}ra Fel\u{200d}dt", "Fel\u{2060}dt",
    "Fel&shy;dt",
    "F&eacute;ldt", "&#70;eldt", "Fel&#x200b;dt", "Fel&amp;shy;dt", "Нора Фельдт", "Νόρα Φελδτ",
    "Fel-\ndt", "FeIdt",
    "Fel<wbr>dt", "ꜰᴇʟᴅᴛ", "Ⓕⓔⓛⓓⓣ",
  ].map { WrittenName($0) }

  package static let spaced = [
    "N o r a  F e l d t", "F E L D T", "F.e.l.d.t", "N-o-r-a F-e-l-d-t", "N o r a",
  ].map { WrittenName($0) }

  package static let addresses =
    [
      "@nfeldt", "@nora_feldt", "n.feldt@example.org", "nora.feldt@example.org",
      "feldtn@example.org",
      "nora_feldt.txt", "https://example.org/nora-feldt", "https://example.org/nora%20feldt.html",
      "/feldt/nora", "@nellfeldt", "nora+feldt@example.org", "files/FELDT_Nora.pdf", "@norafeldt92",
      "press@feldt.org",
    ].map { WrittenName($0, telling: ["feldt"]) } + [WrittenName("@noraf")]

  package static let roles = [
    "the mayor of Astel", "Astel mayor", "Astel's mayor", "The mayor",
  ].map { WrittenName($0) }
}
