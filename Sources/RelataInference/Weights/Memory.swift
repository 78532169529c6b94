import CRelataKernels

/// A block of floats, bytes or integers aligned to 64 bytes, owned by one object.
///
/// Arrays give no alignment; the packed weights and the workspace want it. A buffer belongs either to
/// an immutable model or to one workspace, which is why it is not `Sendable` itself.
final class AlignedBuffer<Element: BitwiseCopyable> {
  let pointer: UnsafeMutablePointer<Element>
  let count: Int

  /// - Precondition: there is memory for `count` elements.
  convenience init(count: Int, initial: Element) {
    self.init(uninitialized: count)
    pointer.initialize(repeating: initial, count: count)
  }

  /// Memory with arbitrary content, untouched until used.
  init(uninitialized count: Int) {
    guard let raw = relata_allocate(max(count, 1) * MemoryLayout<Element>.stride) else {
      preconditionFailure("no memory for \(count) elements")
    }
    pointer = raw.bindMemory(to: Element.self, capacity: max(count, 1))
    self.count = count
  }

  convenience init(_ values: [Element], paddedTo size: Int, with filler: Element) {
    self.init(count: max(size, values.count), initial: filler)
    for (i, value) in values.enumerated() { pointer[i] = value }
  }

  deinit { relata_free(pointer) }
}

/// Rounds up to the 32 outputs that packed weights come in.
func paddedOutputs(_ n: Int) -> Int { (n + 31) / 32 * 32 }
