import Foundation
import RelataCore
import Synchronization

/// Somewhere bytes can be written to, safe to share between threads.
public protocol ByteSink: Sendable {
  /// Takes bytes; they may be held back until ``flush()``.
  func write(_ bytes: [UInt8]) throws(RelataError)
  /// Hands everything on and reports what could not be written.
  func flush() throws(RelataError)
}

extension ByteSink {
  /// Writes a string as UTF-8.
  func write(_ string: String) throws(RelataError) { try write(Array(string.utf8)) }
}

/// Writes to an open file descriptor through a buffer of 64 KiB.
///
/// A closed pipe ends the process by SIGPIPE, as for any other filter; every other failure is thrown.
public final class FileDescriptorSink: ByteSink {
  private let descriptor: Int32
  private let name: String
  private let buffer: Mutex<[UInt8]>

  /// - Parameters:
  ///   - descriptor: Open for writing; it stays open.
  ///   - name: How messages call it: "standard output".
  public init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
    buffer = Mutex([])
  }

  /// Writes all of it.
  public func write(_ bytes: [UInt8]) throws(RelataError) {
    let isFull = buffer.withLock { buffer in
      buffer += bytes
      return buffer.count >= 1 << 16
    }
    if isFull { try flush() }
  }

  /// Does nothing: a descriptor has no buffer here.
  public func flush() throws(RelataError) {
    let failure = buffer.withLock { buffer -> Int32? in
      defer { buffer.removeAll(keepingCapacity: true) }
      return Self.writeAll(buffer, to: descriptor)
    }
    if let failure {
      throw RelataError(
        .inputOutput, code: "RL7401", "cannot write \(name): \(SystemError.text(failure))",
        hint: "make room, or send the output elsewhere; what was written so far is incomplete")
    }
  }

  /// Writes every byte; returns `errno` of the first failure.
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    bytes.withUnsafeBytes { raw in
      var offset = 0
      while offset < raw.count {
        let remaining = UnsafeRawBufferPointer(rebasing: raw[offset...])
        let count = Foundation.write(descriptor, remaining.baseAddress, remaining.count)
        if count < 0 {
          if errno == EINTR { continue }
          return errno
        }
        offset += count
      }
      return nil
    }
  }
}

/// Keeps what is written in memory.
public final class MemorySink: ByteSink {
  private let storage = Mutex<[UInt8]>([])

  /// An empty sink.
  public init() {}

  /// Appends the bytes.
  public func write(_ bytes: [UInt8]) { storage.withLock { $0 += bytes } }
  /// Does nothing.
  public func flush() {}

  /// Everything written so far.
  public var bytes: [UInt8] { storage.withLock { $0 } }
  /// Everything written so far as UTF-8, faulty bytes replaced.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// The system's words for an `errno`.
enum SystemError {
  static func text(_ code: Int32) -> String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard strerror_r(code, &buffer, buffer.count) == 0 else { return "error \(code)" }
    let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
