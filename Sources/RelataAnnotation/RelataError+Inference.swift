import Foundation
import RelataCore
import RelataInference

extension RelataError {
  /// What a reader of the command line should know about an unusable weight file.
  init(_ error: InferenceError) {
    let again = "Install the weights again; `relata doctor` says where they are looked for."
    switch error {
    case .unreadable(let path, let reason):
      let why = reason == 0 ? "the file is empty" : String(cString: strerror(reason))
      self.init(
        .noInput, code: "RL2001", "cannot read the weights: \(why)", at: InputLocation(file: path),
        hint: again)
    case .notAWeightFile(let path):
      self.init(
        .failed, code: "RL2002", "not a Relata weight file", at: InputLocation(file: path),
        hint: again)
    case .newerFormat(let path, let version):
      self.init(
        .failed, code: "RL2003",
        "the weight file has format \(version), this version reads up to 1",
        at: InputLocation(file: path), hint: "Use a newer relata, or older weights.")
    case .truncated(let path):
      self.init(
        .failed, code: "RL2004", "the weight file is cut short", at: InputLocation(file: path),
        hint: again)
    case .altered(let path):
      self.init(
        .failed, code: "RL2005", "the weight file is damaged: its checksum does not fit",
        at: InputLocation(file: path), hint: again)
    case .malformed(let path, let detail):
      self.init(
        .failed, code: "RL2006", "the weight file does not fit this version: \(detail)",
        at: InputLocation(file: path), hint: again)
    }
  }
}
