import CPoppler

/// A page drawn as a picture in grey, as PGM.
struct PagePicture {
  /// The picture's file.
  let bytes: [UInt8]
  /// Pixels a point.
  let scale: Double

  /// What scans are made with, and what programs that read them want.
  private static let dotsAnInch = 300.0
  /// Larger pages are drawn smaller, in pixels.
  private static let mostPixels = 25_000_000.0
  private static let longestEdge = 20_000.0

  /// Draws a page on white; nil where it has no size, or cannot be drawn.
  init?(_ page: OpaquePointer) {
    var (width, height) = (0.0, 0.0)
    poppler_page_get_size(page, &width, &height)
    guard width >= 1, height >= 1, width.isFinite, height.isFinite else { return nil }
    scale = min(
      Self.dotsAnInch / 72, (Self.mostPixels / (width * height)).squareRoot(),
      Self.longestEdge / max(width, height))
    let (columns, rows) = (max(1, Int(width * scale)), max(1, Int(height * scale)))
    guard
      let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(columns), Int32(rows))
    else { return nil }
    defer { cairo_surface_destroy(surface) }
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, let pen = cairo_create(surface)
    else { return nil }
    defer { cairo_destroy(pen) }
    cairo_set_source_rgb(pen, 1, 1, 1)
    cairo_paint(pen)
    cairo_scale(pen, scale, scale)
    poppler_page_render(page, pen)
    cairo_surface_flush(surface)
    guard let pixels = cairo_image_surface_get_data(surface) else { return nil }
    let stride = Int(cairo_image_surface_get_stride(surface))
    let head = Array("P5 \(columns) \(rows) 255\n".utf8)
    bytes = [UInt8](unsafeUninitializedCapacity: head.count + columns * rows) { buffer, count in
      for byte in head {
        buffer[count] = byte
        count += 1
      }
      for row in 0..<rows {
        let line = pixels + row * stride
        for column in 0..<columns {
          let pixel = line + 4 * column
          // Blue, green and red on the machines that we run on; grey is the same either way but for shades.
          buffer[count] = UInt8((Int(pixel[0]) + 2 * Int(pixel[1]) + Int(pixel[2])) / 4)
          count += 1
        }
      }
    }
  }
}
