#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Feeds a child and drains it at the same time, so that neither waits for the other forever.
struct Exchange {
  private let input: [UInt8]
  private var sent = 0
  private var stdin: Int32
  private var stdout: Int32
  private var stderr: Int32
  private(set) var output: [UInt8] = []
  private(set) var messages: [UInt8] = []
  /// Messages beyond this many bytes are read and dropped.
  private static let longestMessages = 1 << 20

  init(input: [UInt8], stdin: Int32, stdout: Int32, stderr: Int32) {
    self.input = input
    self.stdin = stdin
    self.stdout = stdout
    self.stderr = stderr
  }

  /// Why the exchange is over.
  enum End { case closed, late, strange }

  /// Moves bytes until the child has closed both outputs, the deadline has passed, or the child turns
  /// out to be another program than the one that greets.
  ///
  /// `closeInput` is called once, when the input is sent or the child no longer reads.
  mutating func pump(
    until deadline: ContinuousClock.Instant, greeting: ChildProcess.Greeting?,
    closeInput: () -> Void
  ) -> End {
    var greeting = greeting
    let latestGreeting = ContinuousClock.now + .seconds(greeting?.seconds ?? 0)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while stdout >= 0 || stderr >= 0 {
      let now = ContinuousClock.now
      let left = now.duration(to: deadline)
      guard left > .zero else { return .late }
      if let expected = greeting {
        guard output.starts(with: expected.bytes.prefix(output.count)) else { return .strange }
        if output.count >= expected.bytes.count {
          greeting = nil
        } else if stdout >= 0, now >= latestGreeting {
          return .strange
        }
      }
      // A negative descriptor is skipped by poll.
      var entries = [
        pollfd(fd: stdin, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: stdout, events: Int16(POLLIN), revents: 0),
        pollfd(fd: stderr, events: Int16(POLLIN), revents: 0),
      ]
      let wait = greeting == nil ? left : min(left, max(now.duration(to: latestGreeting), .zero))
      let milliseconds = min(wait / .milliseconds(1) + 1, 60_000)
      guard poll(&entries, nfds_t(entries.count), Int32(milliseconds)) > 0 else { continue }
      if entries[0].revents != 0, !send() {
        closeInput()
        stdin = -1
      }
      if entries[1].revents != 0 { Self.receive(&stdout, &output, limit: .max, &buffer) }
      if entries[2].revents != 0 {
        Self.receive(&stderr, &messages, limit: Self.longestMessages, &buffer)
      }
    }
    return .closed
  }

  /// Sends what fits; false when there is no more to send or nobody to receive it.
  private mutating func send() -> Bool {
    #if canImport(Darwin)
      let flags: Int32 = 0
    #else
      let flags = Int32(MSG_NOSIGNAL)
    #endif
    while sent < input.count {
      let count = input.withUnsafeBytes { bytes in
        socketSend(stdin, bytes.baseAddress.map { $0 + sent }, bytes.count - sent, flags)
      }
      if count > 0 {
        sent += count
      } else {
        return errno == EAGAIN || errno == EINTR
      }
    }
    return false
  }

  private static func receive(
    _ descriptor: inout Int32, _ bytes: inout [UInt8], limit: Int, _ buffer: inout [UInt8]
  ) {
    let count = read(descriptor, &buffer, buffer.count)
    if count > 0 {
      bytes += buffer[..<min(count, max(0, limit - bytes.count))]
    } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
      descriptor = -1
    }
  }
}

private func socketSend(
  _ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int, _ flags: Int32
) -> Int {
  send(descriptor, bytes, count, flags)
}
