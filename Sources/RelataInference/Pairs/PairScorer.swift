import CRelataKernels
import Foundation

/// A mention as the pair heads see it.
public struct MentionInput: Hashable, Sendable {
  /// Words of the sentence: the name, or the head word of a description or pronoun; not empty.
  public var words: Range<Int>
  /// Index into `mentionForms`.
  public var form: Int
  /// The word of the mention whose head lies outside it.
  public var head: Int
  /// How that word hangs in the tree, below ``roles``.
  public var role: Int

  /// Roles the relation head tells apart.
  public static let roles = 14

  public init(words: Range<Int>, form: Int, head: Int, role: Int) {
    self.words = words
    self.form = form
    self.head = head
    self.role = role
  }
}

/// What the relation head says about two mentions of one sentence.
public struct RelationScore: Hashable, Sendable {
  /// Mentions of the document, numbered in the order they were given.
  public var subject: Int
  public var object: Int
  /// Index into `relationLabels`.
  public var relation: Int
  /// 0…1, not calibrated.
  public var probability: Double
  /// The word of the sentence that the head looked at most.
  public var trigger: Int
  /// How probable each of `moodLabels` is, 0…1, not calibrated.
  public var moods: [Double]
}

/// Links mentions to earlier ones and scores relations, sentence by sentence in the order of the text.
///
/// Keeps the vectors of the last ``reach`` mentions alone, so its memory does not grow with the text.
/// Not for use by two threads at a time. Results depend on what was added before, and on nothing else.
public final class PairScorer {
  /// Earlier mentions that are looked at.
  public static let reach = 100
  private static let slots = reach + 1
  /// Mentions of a sentence whose pairs are scored.
  public static let pairedMentions = 16
  /// Relations less probable than this are not reported.
  public static let leastProbability = 0.02

  private let heads: PairHeads
  private let kernelPath: relata_path
  private let width: Int
  /// Floats in a word's vector.
  public var vectorWidth: Int { width }
  /// Ring of antecedent vectors.
  ///
  /// Shape: (reach + 1, 4 A).
  private let ring: AlignedBuffer<Float>
  private var count = 0
  /// Mentions of the sentence at hand, and those of them that were asked about.
  private var begun = 0
  private var taken = 0
  private var mentionVectors: [Float] = []
  private var projected: [Float] = []
  private var wordVectors: [Float] = []
  private var pairVectors: [Float] = []
  private var queries: [Float] = []
  private var attention: [Float] = []
  private var outputs: [Float] = []
  private var rows: [UnsafePointer<Float>?]
  /// Values of the features of one pair, written by the caller of ``antecedent(features:)``.
  private var values: [Int]

  init(_ heads: PairHeads, hidden: Int, path: relata_path) {
    self.heads = heads
    kernelPath = path
    width = 2 * hidden
    ring = AlignedBuffer(count: Self.slots * 4 * heads.antecedentSize, initial: 0)
    rows = [UnsafePointer<Float>?](repeating: nil, count: heads.featureStarts.count)
    values = [Int](repeating: 0, count: heads.featureStarts.count)
  }

  /// Takes a sentence's mentions; ``antecedent(features:)`` is then asked for each of them, in order.
  ///
  /// - Parameters:
  ///   - vectors: The sentence's word vectors, shape (words, W).
  ///   - mentions: In order of the text.
  public func begin(vectors: UnsafePointer<Float>, mentions: [MentionInput]) {
    (begun, taken) = (mentions.count, 0)
    guard !mentions.isEmpty else { return }
    gather(mentions, vectors)
    let a = heads.antecedentSize
    projected.grow(to: mentions.count * 4 * a)
    projected.withUnsafeMutableBufferPointer { out in
      mentionVectors.withUnsafeBufferPointer { x in
        if let x = x.baseAddress, let out = out.baseAddress {
          heads.antecedents.apply(x, rows: mentions.count, into: out, path: kernelPath)
        }
      }
    }
  }

  /// The antecedent of the next mention of the sentence that was begun.
  ///
  /// - Parameter features: Writes the feature values of (later, earlier), mentions of the document; false
  ///   where the two cannot mean the same.
  /// - Returns: The earlier mention it most probably means and how probable that is, or nil where "none"
  ///   is more probable, or no mention is left.
  public func antecedent(
    features: (Int, Int, inout [Int]) -> Bool
  ) -> (mention: Int, probability: Double)? {
    guard taken < begun else { return nil }
    let a = heads.antecedentSize
    let slot = ring.pointer + count % Self.slots * 4 * a
    projected.withUnsafeBufferPointer { p in
      // The slot holds a mention out of reach, or none.
      if let p = p.baseAddress { slot.update(from: p + taken * 4 * a, count: 4 * a) }
    }
    defer { (count, taken) = (count + 1, taken + 1) }
    return best(count, slot, features)
  }

  private func best(
    _ later: Int, _ vectors: UnsafePointer<Float>, _ features: (Int, Int, inout [Int]) -> Bool
  ) -> (mention: Int, probability: Double)? {
    let a = heads.antecedentSize
    let scale = 1 / Float(a).squareRoot()
    var best: (mention: Int, score: Float)?
    var scores: [Float] = []
    for earlier in max(0, later - Self.reach)..<later {
      let other = ring.pointer + earlier % Self.slots * 4 * a
      guard features(later, earlier, &values) else { continue }
      for (f, start) in heads.featureStarts.enumerated() {
        rows[f] = UnsafePointer(heads.features.pointer + (start + values[f]) * a)
      }
      let score =
        relata_dot(kernelPath, vectors, other + a, a) * scale
        + relata_hidden_score(
          kernelPath, vectors + 2 * a, other + 3 * a, rows, rows.count,
          heads.antecedentOutput.pointer, a,
          0.1) + heads.antecedentBias
      scores.append(score)
      if score > best?.score ?? 0 { best = (earlier, score) }
    }
    guard let best else { return nil }
    let total = scores.reduce(exp(-Double(best.score))) { $0 + exp(Double($1 - best.score)) }
    return (best.mention, 1 / total)
  }

  /// Mention vectors side by side: first half of the first word, second half of the last.
  private func gather(_ mentions: [MentionInput], _ vectors: UnsafePointer<Float>) {
    mentionVectors.grow(to: mentions.count * width)
    mentionVectors.withUnsafeMutableBufferPointer { out in
      guard let out = out.baseAddress else { return }
      let half = width / 2
      for (i, mention) in mentions.enumerated() {
        (out + i * width).update(from: vectors + mention.words.lowerBound * width, count: half)
        (out + i * width + half).update(
          from: vectors + (mention.words.upperBound - 1) * width + half, count: half)
      }
    }
  }
}

extension PairScorer {
  /// Scores the relations between mentions of one sentence.
  ///
  /// - Parameters:
  ///   - vectors: The sentence's word vectors, shape (words, W).
  ///   - tree: The head of each word of the sentence, −1 for the root.
  ///   - mentions: The first ``pairedMentions`` are used.
  ///   - isPair: Whether a subject and an object, by their places in `mentions`, are to be scored.
  /// - Returns: Relations of at least ``leastProbability``; ends are places in `mentions`.
  public func relations(
    vectors: UnsafePointer<Float>, tree: [Int], mentions: [MentionInput],
    isPair: (Int, Int) -> Bool
  ) -> [RelationScore] {
    let words = tree.count
    var pairs: [(subject: Int, object: Int)] = []
    let used = mentions.prefix(Self.pairedMentions)
    for s in used.indices {
      for o in used.indices where s != o && isPair(s, o) { pairs.append((s, o)) }
    }
    guard !pairs.isEmpty else { return [] }
    gather(Array(used), vectors)
    project(words: words, mentions: used.count, vectors)
    let r = heads.relationSize
    pairVectors.grow(to: pairs.count * r)
    let paths = pairs.map {
      TreePath(from: used[$0.subject].head, to: used[$0.object].head, heads: tree)
    }
    for (p, pair) in pairs.enumerated() { combine(pair, used, paths[p], into: p) }
    queries.grow(to: pairs.count * 2 * heads.keySize)
    let width = heads.output.outputs
    outputs.grow(to: pairs.count * width)
    apply(heads.query, from: activated(pairs.count * r), rows: pairs.count, into: &queries)
    var triggers: [Int] = []
    for (p, pair) in pairs.enumerated() {
      triggers.append(
        attend(p, used[pair.subject].words, used[pair.object].words, paths[p], words: words))
    }
    apply(heads.output, from: activated(pairs.count * r), rows: pairs.count, into: &outputs)
    var found: [RelationScore] = []
    for (p, pair) in pairs.enumerated() {
      func probabilityOf(_ output: Int) -> Double {
        1 / (1 + exp(-Double(outputs[p * width + output])))
      }
      for l in 0..<heads.relationCount {
        let probability = probabilityOf(l)
        if probability >= Self.leastProbability {
          found.append(
            RelationScore(
              subject: pair.subject, object: pair.object, relation: l, probability: probability,
              trigger: triggers[p],
              moods: (0..<heads.moodCount).map { probabilityOf(heads.relationCount + $0) }))
        }
      }
    }
    return found
  }

  /// Ends of the mentions and keys and values of the words.
  private func project(words: Int, mentions: Int, _ vectors: UnsafePointer<Float>) {
    projected.grow(to: mentions * heads.ends.outputs)
    apply(heads.ends, from: mentionVectors, rows: mentions, into: &projected)
    wordVectors.grow(to: words * heads.words.outputs)
    wordVectors.withUnsafeMutableBufferPointer { out in
      if let out = out.baseAddress {
        heads.words.apply(vectors, rows: words, into: out, path: kernelPath)
      }
    }
  }

  private func apply(
    _ layer: FloatLinear, from x: [Float], rows: Int, into out: inout [Float]
  ) {
    x.withUnsafeBufferPointer { x in
      out.withUnsafeMutableBufferPointer { out in
        if let x = x.baseAddress, let out = out.baseAddress {
          layer.apply(x, rows: rows, into: out, path: kernelPath)
        }
      }
    }
  }

  private func activated(_ count: Int) -> [Float] {
    var x = Array(pairVectors.prefix(count))
    relata_leaky_relu(kernelPath, &x, count, 0.1)
    return x
  }

  /// Adds both ends and their product, their forms, their distance and their places in the tree.
  private func combine(
    _ pair: (subject: Int, object: Int), _ mentions: ArraySlice<MentionInput>, _ path: TreePath,
    into row: Int
  ) {
    let r = heads.relationSize
    let (s, o) = (mentions[pair.subject], mentions[pair.object])
    let subject = pair.subject * 4 * r
    let object = pair.object * 4 * r + r
    let left = subject + 2 * r
    let right = object + 2 * r
    let subjectForm = s.form * r
    let objectForm = (heads.formCount + o.form) * r
    let distance = Self.distance(s.words, o.words) * r
    let subjectRole = s.role * r
    let objectRole = (MentionInput.roles + o.role) * r
    let steps = (min(path.up, 3) * 4 + min(path.down, 3)) * r
    for i in 0..<r {
      pairVectors[row * r + i] =
        projected[subject + i] + projected[object + i] + projected[left + i] * projected[right + i]
        + heads.forms[subjectForm + i]
        + heads.forms[objectForm + i] + heads.distances[distance + i]
        + heads.roles[subjectRole + i] + heads.roles[objectRole + i] + heads.steps[steps + i]
    }
  }

  /// Buckets of the words between: 0…4, 5–7, 8–15, 16–31, more; nine further ones where the object is first.
  static func distance(_ s: Range<Int>, _ o: Range<Int>) -> Int {
    s.lowerBound <= o.lowerBound
      ? bucket(max(0, o.lowerBound - s.upperBound))
      : 9 + bucket(max(0, s.lowerBound - o.upperBound))
  }

  /// 0…4 themselves, then 5–7, 8–15, 16–31 and more.
  public static func bucket(_ n: Int) -> Int {
    n < 5 ? n : n < 8 ? 5 : n < 16 ? 6 : n < 32 ? 7 : 8
  }

  /// Adds what both attention heads read to a pair's vector and returns the word the first looked at most.
  private func attend(
    _ p: Int, _ s: Range<Int>, _ o: Range<Int>, _ path: TreePath, words: Int
  ) -> Int {
    let (k, r) = (heads.keySize, heads.relationSize)
    let stride = heads.words.outputs
    let half = r / 2
    var trigger = 0
    attention.grow(to: (words + 15) / 16 * 16)
    for head in 0..<2 {
      for w in 0..<words {
        var score: Float = 0
        let key = w * stride + head * k
        let query = p * 2 * k + head * k
        for i in 0..<k { score += queries[query + i] * wordVectors[key + i] }
        attention[w] =
          score / Float(k).squareRoot() + heads.places[head * 6 + Self.place(of: w, s, o)]
          + heads.path[head * 2]
      }
      for w in path.words { attention[w] += heads.path[head * 2 + 1] - heads.path[head * 2] }
      relata_softmax_rows(kernelPath, &attention, 1, words, (words + 15) / 16 * 16)
      if head == 0 {
        for w in 1..<max(words, 1) where attention[w] > attention[trigger] { trigger = w }
      }
      for w in 0..<words where attention[w] > 1e-4 {
        let value = w * stride + 2 * k + head * half
        for i in 0..<half {
          pairVectors[p * r + head * half + i] += attention[w] * wordVectors[value + i]
        }
      }
    }
    return trigger
  }

  /// 0 before both ends, 1 in the subject, 2 between, subject first, 3 between, object first, 4 in the
  /// object, 5 after both.
  static func place(of w: Int, _ s: Range<Int>, _ o: Range<Int>) -> Int {
    if o.contains(w) { return 4 }
    if s.contains(w) { return 1 }
    if w >= max(s.upperBound, o.upperBound) { return 5 }
    if w >= s.upperBound, w < o.lowerBound { return 2 }
    if w >= o.upperBound, w < s.lowerBound { return 3 }
    return 0
  }
}

/// The way between two words of a tree.
struct TreePath {
  /// Steps from the first word up to the word above both, and from there down to the second.
  var up = 3
  var down = 3
  /// The words on the way, both ends included.
  var words: [Int]

  /// The way between two words.
  ///
  /// `heads` has the head of each word, −1 for a root; words of different trees get no way.
  init(from a: Int, to b: Int, heads: [Int]) {
    words = [a, b]
    var above = [a]
    while let word = above.last, heads[word] >= 0, above.count <= heads.count {
      above.append(heads[word])
    }
    var below: [Int] = []
    var word = b
    while word >= 0, below.count <= heads.count {
      if let joint = above.firstIndex(of: word) {
        (up, down, words) = (joint, below.count, above[...joint] + below)
        return
      }
      below.append(word)
      word = heads[word]
    }
  }
}

extension [Float] {
  /// At least `count` entries; contents are arbitrary.
  mutating func grow(to count: Int) {
    if self.count < count { append(contentsOf: repeatElement(0, count: count - self.count)) }
  }
}
