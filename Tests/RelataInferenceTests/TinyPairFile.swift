/// Writes a small random file of the large model, for tests.
struct TinyPairFile {
  var pieces = [
    "<s>", "<pad>", "</s>", "[UNK]", "new", "york", "a", "b", "##b", "ab", "##ab", "-", "é", "zoe",
    "x", "##x", "東",
  ]
  var hidden = 32
  var heads = 2
  var buckets = 32
  var maxWindowPieces = 30
  var maxLongPieces = 62

  private var configuration: String {
    """
    {"antecedentSize":16,"arcSize":1,"bos":0,"deprelLabels":[],"eos":2,"heads":\(heads),"hidden":\(hidden),\
    "intermediate":64,"layerNormEps":1e-5,"layers":2,"license":"none","maxLongPieces":\(maxLongPieces),\
    "maxPositions":64,"maxWindowPieces":\(maxWindowPieces),"mentionForms":["PERSON","PRONOUN"],"modelVersion":1,\
    "moodLabels":["negative"],"name":"tiny-pairs","nerLabels":[],"nerTypes":[],"pad":1,"pairFeatureSizes":[3,2],\
    "positionBuckets":\(buckets),"relSize":1,"relationKeySize":16,"relationLabels":["owns","leads"],\
    "relationSize":16,"trainedOn":[],"unk":3,"uposLabels":[],"vocabularySize":\(pieces.count),"xposLabels":[]}
    """
  }

  /// The bytes of the file, checksum included.
  func bytes() throws -> [UInt8] {
    var draft = WeightFileDraft()
    let (h, f, w, size) = (hidden, 64, 2 * hidden, 16)
    draft.grouped("emb.word", pieces.count, h, bias: false)
    draft.matrix("emb.pos", 64, h, bias: false)
    draft.floats("emb.shape", [9, h])
    draft.floats("bias", [buckets, heads])
    draft.norm("emb.ln", h)
    for layer in 0..<2 {
      draft.grouped("l\(layer).qkv", 3 * h, h)
      draft.grouped("l\(layer).ao", h, h)
      draft.grouped("l\(layer).fi", f, h)
      draft.grouped("l\(layer).fo", h, f)
      draft.norm("l\(layer).aln", h)
      draft.norm("l\(layer).oln", h)
    }
    for name in ["a_left", "a_right", "h_left", "h_right"] {
      draft.matrix("pair.\(name)", size, w)
    }
    for name in ["r_subject", "r_object", "r_left", "r_right", "r_value"] {
      draft.matrix("pair.\(name)", size, w)
    }
    draft.matrix("pair.r_key", 2 * size, w)
    draft.matrix("pair.r_query", 2 * size, size)
    draft.matrix("pair.r_out", 2, size)
    draft.matrix("pair.r_mood", 1, size)
    draft.matrix("pair.features.0", 3, size, bias: false)
    draft.matrix("pair.features.1", 2, size, bias: false)
    draft.floats("pair.c_out", [1, size])
    draft.floats("pair.c_out.b", [1])
    draft.floats("pair.r_forms", [2, 2, size])
    draft.floats("pair.r_distances", [18, size])
    draft.floats("pair.r_places", [2, 6])
    draft.floats("pair.r_roles", [2, 14, size])
    draft.floats("pair.r_steps", [16, size])
    draft.floats("pair.r_path", [2, 2])
    draft.vocabulary(pieces)
    return try draft.bytes(configuration: configuration)
  }
}
