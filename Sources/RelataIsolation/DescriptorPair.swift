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
