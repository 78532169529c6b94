import Foundation
import RelataCore

/// A file the user asked for: written whole or not at all.
///
/// The bytes go to a temporary file in the same folder, which replaces the target once everything is on
/// disk; if anything fails, an older file of that name stays untouched. Devices and pipes are written to
/// directly. `-` is standard output.
struct OutputFile: Sendable {
  let path: String

  var isStandardOutput: Bool { path == "-" }

  /// The file's name without folder and extension.
  var stem: String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// A file in the same folder.
  func sibling(_ name: String) -> OutputFile {
    guard let slash = path.lastIndex(of: "/") else { return OutputFile(path: name) }
    return OutputFile(path: path[...slash] + name)
  }

  /// The file beside it with a number before the extension: "figure-2.svg".
  func numbered(_ number: Int) -> OutputFile {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return sibling("\(stem)-\(number)\(name.dropFirst(stem.count))")
  }

  /// - Throws: RL7301 if the file cannot be created, RL7402 if it cannot be written in full, RL7302 if the
  ///   path is a folder.
  func write(_ bytes: [UInt8], streams: OutputStreams) throws(RelataError) {
    if isStandardOutput {
      try streams.out.write(bytes)
      return
    }
    var status = stat()
    let exists = stat(path, &status) == 0
    let kind = status.st_mode & S_IFMT
    if exists, kind == S_IFDIR {
      throw isFolder()
    }
    if exists, kind != S_IFREG {
      try writeDirectly(bytes)
    } else {
      try replace(with: bytes, mode: exists ? status.st_mode & 0o777 : nil)
    }
  }

  /// Refuses a file that cannot be made, so that no work is done in vain.
  ///
  /// - Throws: RL7301 if its folder is missing or cannot be written to, RL7302 if the path is a folder.
  func check() throws(RelataError) {
    if isStandardOutput { return }
    var status = stat()
    if stat(path, &status) == 0 {
      if status.st_mode & S_IFMT == S_IFDIR { throw isFolder() }
      if status.st_mode & S_IFMT != S_IFREG { return }
    }
    let folder = URL(fileURLWithPath: path).resolvingSymlinksInPath().deletingLastPathComponent()
    if access(folder.path, W_OK | X_OK) != 0 { throw cannotCreate(errno) }
  }

  private func isFolder() -> RelataError {
    RelataError(
      .cannotCreate, code: "RL7302", "the output is a folder", at: InputLocation(file: path),
      hint: "name a file inside it")
  }

  private func writeDirectly(_ bytes: [UInt8]) throws(RelataError) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw cannotCreate(errno) }
    let failure = FileDescriptorSink.writeAll(bytes, to: descriptor)
    let closed = close(descriptor) == 0 ? nil : errno
    if let code = failure ?? closed { throw cannotWrite(code) }
  }

  private func replace(with bytes: [UInt8], mode: mode_t?) throws(RelataError) {
    // A link is followed, so that the file it points to is replaced and the link stays.
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    var template = Array((target + ".XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw cannotCreate(errno) }
    let mask = umask(0)
    umask(mask)
    fchmod(descriptor, mode ?? (0o666 & ~mask))
    var failure = FileDescriptorSink.writeAll(bytes, to: descriptor)
    if failure == nil, fsync(descriptor) != 0, errno != EINVAL { failure = errno }
    if close(descriptor) != 0, failure == nil { failure = errno }
    if failure == nil, rename(template, target) != 0 { failure = errno }
    if let failure {
      unlink(template)
      throw cannotWrite(failure)
    }
  }

  private func cannotCreate(_ code: Int32) -> RelataError {
    RelataError(
      .cannotCreate, code: "RL7301", "cannot create the file: \(SystemError.text(code))",
      at: InputLocation(file: path), hint: "check that its folder exists and may be written to")
  }

  private func cannotWrite(_ code: Int32) -> RelataError {
    RelataError(
      .inputOutput, code: "RL7402", "cannot write the file: \(SystemError.text(code))",
      at: InputLocation(file: path), hint: "make room or choose another place; nothing was changed")
  }
}
