#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Two connected descriptors, closed when they go away, and not inherited by other children.
final class DescriptorPair {
  private(set) var read: Int32
  private(set) var write: Int32

  private init(read: Int32, write: Int32) {
    self.read = read
    self.write = write
    for descriptor in [read, write] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
  }

  deinit {
    closeRead()
    closeWrite()
  }

  /// A pair whose reading end does not block.
  static func readable() -> DescriptorPair? {
    guard let pair = pair() else { return nil }
    _ = fcntl(pair.read, F_SETFL, fcntl(pair.read, F_GETFL) | O_NONBLOCK)
    return pair
  }

  /// A pair whose writing end neither blocks nor raises SIGPIPE.
  static func writable() -> DescriptorPair? {
    guard let pair = pair() else { return nil }
    _ = fcntl(pair.write, F_SETFL, fcntl(pair.write, F_GETFL) | O_NONBLOCK)
    #if canImport(Darwin)
      var on: Int32 = 1
      setsockopt(pair.write, SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<Int32>.size))
    #endif
    return pair
  }

  /// Sockets rather than a pipe: they can be made close-on-exec at once, so that no child started
  /// by another thread holds them open.
  private static func pair() -> DescriptorPair? {
    var ends: [Int32] = [-1, -1]
    #if canImport(Darwin)
      let kind = SOCK_STREAM
    #else
      let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    #endif
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return nil }
    return DescriptorPair(read: ends[0], write: ends[1])
  }

  func closeRead() { Self.close(&read) }
  func closeWrite() { Self.close(&write) }

  private static func close(_ descriptor: inout Int32) {
    guard descriptor >= 0 else { return }
    #if canImport(Darwin)
      _ = Darwin.close(descriptor)
    #elseif canImport(Musl)
      _ = Musl.close(descriptor)
    #else
      _ = Glibc.close(descriptor)
    #endif
    descriptor = -1
  }
}

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

  /// Moves bytes until the child has closed both outputs; false when the deadline passed first.
  ///
  /// `closeInput` is called once, when the input is sent or the child no longer reads.
  mutating func pump(until deadline: ContinuousClock.Instant, closeInput: () -> Void) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while stdout >= 0 || stderr >= 0 {
      let left = ContinuousClock.now.duration(to: deadline)
      guard left > .zero else { return false }
      // A negative descriptor is skipped by poll.
      var entries = [
        pollfd(fd: stdin, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: stdout, events: Int16(POLLIN), revents: 0),
        pollfd(fd: stderr, events: Int16(POLLIN), revents: 0),
      ]
      let milliseconds = min(left / .milliseconds(1) + 1, 60_000)
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
    return true
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
