/// Which of the models that come with the program reads references and relations.
///
/// Words, trees and names are the small model's in either case.
public enum ReadingModel: String, CaseIterable, Codable, Hashable, Sendable {
  /// Six layers of multilingual-e5-small: for volume.
  case small
  /// MPNet-base beside it: finds more, and takes several times as long.
  case large

  /// The one that reads unless another is asked for.
  public static let standard = ReadingModel.small
}
