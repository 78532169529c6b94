/// A name for a redacted entity that a text states beside the graph's own: "née Kern", "Nora 'Nell' Feldt".
struct StatedName: Hashable {
  enum Kind: Hashable { case surname, middle, nickname, full, phrase, role }
  var owner: Int
  var words: [String]
  var kind: Kind
}
