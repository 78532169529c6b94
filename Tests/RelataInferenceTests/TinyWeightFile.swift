/// Writes small random weight files in the published format, for tests.
struct TinyWeightFile {
  var pieces = [
    "<s>", "<pad>", "</s>", "<unk>", "▁", "▁a", "b", "ab", "a", "▁New", "York", "é", "x",
  ]
  var scores: [Float] = [0, 0, 0, 0, -3, -2, -2.5, -2.25, -4, -1, -1, -2, -3.5]
  var version: UInt32 = 1
  var magic = "RELATAWT"
  var encoderLimit: Int8 = 63
  var hidden = 32
  var heads = 2
  /// Other sizes to state than those that are there.
  var intermediate = 48
  var maxLongPieces = 62
  var maxWindowPieces = 30
  /// Rows that the header states for the tensor of type embeddings, of which there are two.
  var typeRows = 2

  private var configuration: String {
    """
    {"arcSize":8,"bos":0,"deprelLabels":["nsubj","obj","parataxis","root"],"eos":2,"heads":\(heads),\
    "hidden":\(hidden),"intermediate":\(intermediate),"layerNormEps":1e-12,"layers":2,"license":"none",\
    "maxLongPieces":\(maxLongPieces),"maxPositions":64,"maxWindowPieces":\(maxWindowPieces),"modelVersion":1,"name":"tiny",\
    "nerLabels":["O","B-PERSON","I-PERSON","E-PERSON","S-PERSON"],"nerTemperature":1.0,\
    "nerTypes":["PERSON"],"pad":1,"relSize":4,"trainedOn":[],"unk":3,"uposLabels":["NOUN","VERB"],\
    "vocabularySize":\(pieces.count),"xposLabels":["NN","VB","VBD"]}
    """
  }

  /// The bytes of the file, checksum included.
  func bytes() throws -> [UInt8] {
    var draft = WeightFileDraft()
    let (h, f, w) = (hidden, 48, 2 * hidden)
    draft.matrix("emb.word", pieces.count, h, bias: false)
    draft.floats("emb.pos", [64, h])
    draft.floats("emb.type", [2, h])
    draft.entries[draft.entries.count - 1].shape[0] = typeRows
    for norm in ["emb.ln", "l0.aln", "l0.oln", "l1.aln", "l1.oln"] { draft.norm(norm, h) }
    for layer in 0..<2 {
      for name in ["q", "k", "v", "ao"] {
        draft.matrix("l\(layer).\(name)", h, h, limit: encoderLimit)
      }
      draft.matrix("l\(layer).fi", f, h, limit: encoderLimit)
      draft.matrix("l\(layer).fo", h, f, limit: encoderLimit)
    }
    for (name, rows) in [
      ("ner", 5), ("upos", 2), ("xpos", 3), ("arc_dep", 8), ("arc_head", 8), ("rel_dep", 4),
      ("rel_head", 4), ("start", 1),
    ] { draft.matrix(name, rows, w) }
    draft.floats("W_arc", [9, 8])
    draft.matrix("W_rel", 4 * 5, 5, bias: false)
    draft.floats("root", [w])
    draft.vocabulary(pieces)
    draft.add("vocab.scores", "f32", [scores.count], WeightFileDraft.little(scores))
    return try draft.bytes(configuration: configuration, magic: magic, version: version)
  }
}
