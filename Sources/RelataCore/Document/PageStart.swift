/// Where a page of a document begins in its text.
public struct PageStart: Hashable, Sendable, Codable {
  /// Its first scalar.
  public var start: Int
  /// Counted from 1 as viewers count, whatever number is printed on it.
  public var page: Int

  /// A page that begins at an offset.
  public init(start: Int, page: Int) {
    self.start = start
    self.page = page
  }
}

extension Document {
  /// The page on which a scalar of the text stands; nil where the document has no pages, or only one.
  ///
  /// - Complexity: O(log pages).
  public func page(at offset: Int) -> Int? {
    let next = pages.partitioningIndex { $0.start > offset }
    return next > 0 ? pages[next - 1].page : nil
  }
}
