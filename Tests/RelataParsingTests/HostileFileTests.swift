import Foundation
import RelataCore
import RelataReading
import RelataTestSupport
import Testing

/// Files that are made to do harm are read, or refused with a code, in bounded time and memory.
///
/// `EndToEndTests` has larger ones.
@Suite(.serialized) struct HostileFileTests {
  private static let fixtures: [(name: String, bytes: [UInt8])] = {
    let folder = Bundle.module.bundleURL.appending(path: "Fixtures")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0 != "README.md" }.compactMap { name in
      (try? Data(contentsOf: folder.appending(path: name))).map { (name, Array($0)) }
    }
  }()

  static let files = HostileFile.all(fixtures: fixtures, size: 1)

  @Test func `there are many, and each has its name`() {
    #expect(Self.files.count >= 250 && Set(Self.files.map(\.name)).count == Self.files.count)
  }

  @Test func `every file gives documents, or says with a code why not`() {
    for file in Self.files {
      var documents = 0
      var codes: [String] = []
      for event in DocumentReader().read([.bytes(file.bytes, name: file.name)]) {
        switch event {
        case .document(let document):
          documents += 1
          expectWhole(document, of: file)
        case .diagnostic(let diagnostic): codes.append(diagnostic.code)
        case .failure(let error):
          codes.append(error.code)
          // Died, or took too long: what is read by our own program is refused by it.
          #expect(error.code != "RL1011", "\(file): \(error.message)")
        }
      }
      #expect(documents > 0 || !codes.isEmpty, "\(file)")
      #expect(codes.allSatisfy { $0.hasPrefix("RL1") }, "\(file): \(codes)")
    }
  }

  private func expectWhole(_ document: Document, of file: HostileFile) {
    let spans = document.blocks.map(\.span)
    #expect(spans.allSatisfy { $0.end <= document.text.count }, "\(file)")
    #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.end <= $1.start }, "\(file)")
    #expect(document.furniture.allSatisfy { $0.end <= document.text.count }, "\(file)")
    #expect(document.files.allSatisfy { !$0.place.contains("..") }, "\(file)")
    #expect(!document.text.string.contains("root:"), "\(file) read another file")
  }
}
