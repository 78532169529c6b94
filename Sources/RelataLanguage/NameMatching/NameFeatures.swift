/// What a pair of names says, as numbers that a forest decides on.
///
/// Symmetric: what the two sides say separately stands as the less and the greater of both.
struct NameFeatures: Sendable {
  /// In the order of ``names``.
  private(set) var values: [Float] = []
  /// What each value is, as the forest's file calls it.
  private(set) var names: [String] = []
  private let isNaming: Bool

  /// Numbers of two names and how their words stand for each other.
  init(
    _ a: MatchableName, _ b: MatchableName, _ alignment: NameAlignment,
    _ tables: NameMatchingTables, naming: Bool = false
  ) {
    isNaming = naming
    values.reserveCapacity(64)
    addLinks(a, b, alignment)
    addRests(a, b, alignment, tables)
    addPositions(a, b, alignment)
    addWholes(a, b, alignment, tables)
    addAsides(a, b)
  }

  private mutating func add(_ name: String, _ value: Float) {
    values.append(value)
    if isNaming { names.append(name) }
  }

  private mutating func add(_ name: String, _ a: Float, _ b: Float) {
    add(name + ".less", min(a, b))
    add(name + ".more", max(a, b))
  }

  // MARK: - Words that agree

  private mutating func addLinks(
    _ a: MatchableName, _ b: MatchableName, _ alignment: NameAlignment
  ) {
    let links = alignment.links
    var agreed: Float = 0
    var doubted: Float = 0
    var rarest: Float = 0
    var count = [Float](repeating: 0, count: NameAlignment.Way.allCases.count)
    var least: Float = 1
    var otherFirst: Float = 0
    var otherConsonants: Float = 0
    // Two words that many bear are two names, however alike.
    var known: Float = 15
    var shortest: Float = 15
    for link in links {
      let sure = link.similarity * link.similarity
      agreed += sure * link.rarity
      doubted += (1 - sure) * link.rarity
      rarest = max(rarest, sure * link.rarity)
      count[link.way.rawValue] += 1
      let (x, y) = (a.words[link.a.lowerBound], b.words[link.b.lowerBound])
      if link.way < .acronym { least = min(least, link.similarity) }
      if x.letters.first != y.letters.first { otherFirst += 1 }
      guard link.way == .similar else { continue }
      known = min(known, max(x.rarity, y.rarity))
      let (p, q) = (NameSpelling.consonants(x.skeleton), NameSpelling.consonants(y.skeleton))
      if p != q { otherConsonants += 1 }
      shortest = min(shortest, Float(min(x.skeleton.count, y.skeleton.count)))
    }
    let bitsA = a.words.reduce(0) { $0 + $1.rarity }
    let bitsB = b.words.reduce(0) { $0 + $1.rarity }
    let restA = alignment.restA.reduce(0) { $0 + a.words[$1].rarity }
    let restB = alignment.restB.reduce(0) { $0 + b.words[$1].rarity }
    add("words", Float(a.words.count), Float(b.words.count))
    add("bits", bitsA, bitsB)
    add("agreed", agreed)
    add("agreed.rarest", rarest)
    add("agreed.doubt", doubted)
    add("agreed.share.all", agreed / max(1, agreed + doubted + restA + restB))
    add("agreed.share.shorter", agreed / max(1, agreed + doubted + min(restA, restB)))
    add("links", Float(links.count))
    for way in NameAlignment.Way.allCases { add("links.\(way)", count[way.rawValue]) }
    add("links.least", links.isEmpty ? 0 : least)
    add("links.otherFirst", otherFirst)
    add("links.otherConsonants", otherConsonants)
    add("links.similar.known", known)
    add("links.similar.shortest", shortest)
    add("links.longest", links.reduce(0) { max($0, Float(a.words[$1.a.lowerBound].letters.count)) })
  }

  // MARK: - Words left over

  private mutating func addRests(
    _ a: MatchableName, _ b: MatchableName, _ alignment: NameAlignment,
    _ tables: NameMatchingTables
  ) {
    let restA = alignment.restA.map { a.words[$0] }
    let restB = alignment.restB.map { b.words[$0] }
    func bits(_ words: [NameWord]) -> Float { words.reduce(0) { $0 + $1.rarity } }
    func rarest(_ words: [NameWord]) -> Float { words.reduce(0) { max($0, $1.rarity) } }
    func omission(_ words: [NameWord]) -> Float { words.reduce(0) { $0 + min(0, $1.omission) } }
    func worst(_ words: [NameWord]) -> Float { words.reduce(3) { min($0, $1.omission) } }
    add("rest", Float(restA.count), Float(restB.count))
    add("rest.bits", bits(restA), bits(restB))
    add("rest.rarest", rarest(restA), rarest(restB))
    add("rest.omission", omission(restA + restB))
    add("rest.worst", worst(restA + restB))
    let numbers = (restA.count(where: \.isNumber), restB.count(where: \.isNumber))
    add("rest.numbers", Float(numbers.0), Float(numbers.1))
    var nearest: Float = 0
    for x in restA {
      for y in restB { nearest = max(nearest, tables.costs.similarity(x.skeleton, y.skeleton)) }
    }
    let (placesA, placesB) = (restA.count(where: \.isPlace), restB.count(where: \.isPlace))
    add("rest.places", Float(placesA), Float(placesB))
    add("rest.nearest", nearest)
  }

  // MARK: - Where they stand

  private mutating func addPositions(
    _ a: MatchableName, _ b: MatchableName, _ alignment: NameAlignment
  ) {
    let links = alignment.links
    func similarity(_ x: Int, _ y: Int) -> Float {
      links.first { $0.a.contains(x) && $0.b.contains(y) }?.similarity ?? 0
    }
    let (lastA, lastB) = (max(0, a.words.count - 1), max(0, b.words.count - 1))
    add("first", similarity(0, 0))
    add("last", similarity(lastA, lastB))
    add("crossed", similarity(0, lastB), similarity(lastA, 0))
    // How many of the ends of both names have a partner anywhere.
    let firstA: Float = alignment.restA.first == 0 ? 1 : 0
    let firstB: Float = alignment.restB.first == 0 ? 1 : 0
    let endA: Float = alignment.restA.last == lastA ? 1 : 0
    let endB: Float = alignment.restB.last == lastB ? 1 : 0
    add("rest.first", firstA, firstB)
    add("rest.last", endA, endB)
    var turned: Float = 0
    for (index, link) in links.enumerated() {
      turned += Float(links[(index + 1)...].count { $0.b.lowerBound < link.b.lowerBound })
    }
    add("turned", turned)
  }

  // MARK: - Whole names and what is set aside

  private mutating func addWholes(
    _ a: MatchableName, _ b: MatchableName, _ alignment: NameAlignment,
    _ tables: NameMatchingTables
  ) {
    let short = alignment.links.filter { $0.way == .acronym }
    add("acronym", short.reduce(0) { max($0, $1.similarity) })
    add("acronym.length", short.reduce(0) { max($0, Float(max($1.a.count, $1.b.count))) })
    add("joined", tables.costs.similarity(a.joined, b.joined))
    add("joined.length", Float(a.joined.count), Float(b.joined.count))
  }

  private mutating func addAsides(_ a: MatchableName, _ b: MatchableName) {
    let common = a.asides.count { b.asides.contains($0) }
    add("asides.common", Float(common))
    add("asides.other", Float(a.asides.count - common), Float(b.asides.count - common))
    let generations = [a.generation, b.generation].compactMap { $0 }
    add("generations", generations.isEmpty || a.generation == b.generation ? 0 : 1)
  }
}
