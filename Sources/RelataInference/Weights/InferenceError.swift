/// Why a weight file could not be used.
public enum InferenceError: Error, Hashable, Sendable {
  /// The file cannot be opened or mapped; `reason` is the system's `errno`, 0 for an empty file.
  case unreadable(path: String, reason: Int32)
  /// The file does not begin with the magic of weight files.
  case notAWeightFile(path: String)
  /// The file's format is newer than this program knows.
  case newerFormat(path: String, version: UInt32)
  /// The file is shorter than its own header says.
  case truncated(path: String)
  /// The checksum does not fit the content.
  case altered(path: String)
  /// The header or a tensor is not as the format demands.
  case malformed(path: String, detail: String)
}
