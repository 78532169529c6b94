extension String {
  /// The string of some scalars, written once, without intermediate copies.
  ///
  /// - Complexity: O(scalars); allocates nothing for up to 15 bytes of UTF-8.
  package init(scalars: some Collection<Unicode.Scalar>) {
    let width = scalars.reduce(0) { $0 + UTF8.width($1) }
    self.init(unsafeUninitializedCapacity: width) { bytes in
      var i = 0
      for scalar in scalars {
        for byte in scalar.utf8 {
          bytes[i] = byte
          i += 1
        }
      }
      return i
    }
  }
}
