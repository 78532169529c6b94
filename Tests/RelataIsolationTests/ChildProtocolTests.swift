import Foundation
import RelataIsolation
import Testing

@Suite struct ChildProtocolTests {
  private struct Question: Codable, Sendable { var number: Double }
  private struct Answer: Codable, Sendable, Equatable { var words: [String] }

  private let frame = ChildFrame(
    header: Answer(words: ["a", "ß\n"]), data: Data([0, 1, 2, 255]))

  @Test func aFrameComesBack() throws {
    #expect(try ChildFrame(decoding: Array(frame.encoded())[...]) == frame)
    let empty = ChildFrame(header: Answer(words: []))
    #expect(try ChildFrame(decoding: Array(empty.encoded())[...]) == empty)
  }

  @Test func aFrameThatIsCutShortOrTooLongIsNotRead() throws {
    let bytes = Array(try frame.encoded())
    for length in 0..<bytes.count {
      #expect(ChildFrame<Answer>(decoding: bytes[..<length]) == nil)
    }
    #expect(ChildFrame<Answer>(decoding: (bytes + [0])[...]) == nil)
    // Lengths that no memory holds.
    #expect(
      ChildFrame<Answer>(decoding: [UInt8](repeating: 255, count: 12)[...] + bytes[12...]) == nil)
  }

  @Test func theAnswerStandsBehindTheMagic() throws {
    let exchange = ChildProtocol<Question, Answer>(argument: "__ask", magic: "ASK1")
    func frame(in output: [UInt8]) -> ChildFrame<Answer>? {
      exchange.frame(in: ChildOutcome(output: output, messages: [], ending: .exited(0)))
    }
    let bytes = Array(try self.frame.encoded())
    #expect(frame(in: Array("ASK1".utf8) + bytes) == self.frame)
    #expect(frame(in: Array("ASK2".utf8) + bytes) == nil)
    #expect(frame(in: bytes) == nil)
  }

  @Test func onlyTheFirstArgumentAsksForTheChild() {
    let exchange = ChildProtocol<Question, Answer>(argument: "__ask", magic: "ASK1")
    #expect(!exchange.hasHook)
    func status(_ arguments: [String]) -> Int32? {
      exchange.status(
        arguments: arguments, limits: { _ in ChildLimits(seconds: 1, memory: 1 << 30) },
        answer: { _, _ in frame })
    }
    #expect(status([]) == nil)
    #expect(status(["tool"]) == nil)
    #expect(status(["tool", "ask", "__ask"]) == nil)
    #expect(status(["tool", "__ask"]) == 64)
    #expect(status(["tool", "__ask", "no JSON"]) == 64)
    #expect(exchange.hasHook)
  }

  @Test func aRequestThatIsNoJSONIsRefused() throws {
    let exchange = ChildProtocol<Question, Answer>(argument: "__ask", magic: "ASK1")
    let child = try exchange.child("/bin/true", for: Question(number: 0.5), variables: ["A=b"])
    #expect(child.arguments.first == "__ask" && child.arguments.count == 2)
    #expect(child.environment.contains("A=b"))
    #expect(child.greeting?.bytes == Array("ASK1".utf8))
    #expect(throws: (any Error).self) {
      try exchange.child("/bin/true", for: Question(number: .nan))
    }
  }
}
