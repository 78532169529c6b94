import Foundation
import RelataTestSupport
import Synchronization
import Testing

@testable import RelataPipeline

private struct Broken: Error, Equatable { var at: Int }

@Suite struct OrderedParallelMapTests {
  @Test(arguments: [1, 2, 3, 8, 64])
  func resultsArriveInOrderForEveryWidth(width: Int) async throws {
    var values = (0..<200).makeIterator()
    var seen: [Int] = []
    try await OrderedParallelMap(width: width).run(
      next: { values.next() },
      transform: { value in
        // Early values take longest, so that later ones overtake them.
        usleep(UInt32(value % 7 == 0 ? 900 : 10))
        return value * 2
      },
      sink: { seen.append($0) })
    #expect(seen == (0..<200).map { $0 * 2 })
  }

  @Test(arguments: [1, 2, 5])
  func workAndMemoryAreBounded(width: Int) async throws {
    let inFlight = Mutex((now: 0, most: 0))
    var values = (0..<100).makeIterator()
    var taken = 0
    var delivered = 0
    var mostAhead = 0
    let map = OrderedParallelMap(width: width)
    try await map.run(
      next: {
        let value = values.next()
        if value != nil { taken += 1 }
        mostAhead = max(mostAhead, taken - delivered)
        return value
      },
      transform: { value in
        inFlight.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
        usleep(value == 0 ? 20_000 : 100)
        inFlight.withLock { $0.now -= 1 }
        return value
      },
      sink: { _ in delivered += 1 })
    #expect(inFlight.withLock { $0.most } <= width)
    #expect(mostAhead <= map.window)
    #expect(delivered == 100)
  }

  @Test(arguments: [1, 2, 7], [0, 1, 20, 49])
  func everythingBeforeAFailureIsDelivered(width: Int, broken: Int) async {
    var values = (0..<50).makeIterator()
    var seen: [Int] = []
    await #expect(throws: Broken(at: broken)) {
      try await OrderedParallelMap(width: width).run(
        next: { values.next() },
        transform: { value in
          if value == broken { throw Broken(at: value) }
          return value
        },
        sink: { seen.append($0) })
    }
    #expect(seen == Array(0..<broken))
  }

  @Test(arguments: [1, 4])
  func cancellationStopsBeforeTheEndOfAnEndlessSource(width: Int) async {
    let task = Task {
      var next = 0
      try await OrderedParallelMap(width: width).run(
        next: { () -> Int? in
          next += 1
          return next
        },
        transform: { value in
          usleep(200)
          return value
        }, sink: { _ in })
    }
    try? await Task.sleep(for: .milliseconds(20))
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test func anEmptySourceDeliversNothing() async throws {
    var count = 0
    try await OrderedParallelMap(width: 4).run(
      next: { () -> Int? in nil }, transform: { $0 }, sink: { _ in count += 1 })
    #expect(count == 0)
  }
}
