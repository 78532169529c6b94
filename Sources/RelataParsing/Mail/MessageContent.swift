import CGMime

/// What a message holds: its text, its attachments, messages in it.
struct MessageContent {
  struct Attachment {
    var name: String
    var bytes: [UInt8]
    var isPicture: Bool
  }

  /// Whether the message says that it passes on another one.
  let isForward: Bool
  /// Whether it lay in a mailbox, which puts ">" before lines that begin with "From ".
  let isBoxed: Bool
  private(set) var text = ""
  /// The bytes of the first part in HTML, in UTF-8.
  private(set) var page: [UInt8]?
  private(set) var attachments: [Attachment] = []
  private(set) var messages: [UnsafeMutablePointer<GMimeMessage>] = []
  private(set) var isEncrypted = false

  /// Parts within parts beyond this depth are not read.
  private static let deepest = 12

  init(isForward: Bool, isBoxed: Bool) { (self.isForward, self.isBoxed) = (isForward, isBoxed) }

  mutating func read(_ part: UnsafeMutablePointer<GMimeObject>, depth: Int = 0) {
    guard depth < Self.deepest else { return }
    if relata_is_encrypted(part) != 0 || isEnvelope(part) {
      isEncrypted = true
    } else if relata_is_multipart(part) != 0 {
      readParts(of: part, depth: depth)
    } else if relata_is_message_part(part) != 0 {
      if let message = g_mime_message_part_get_message(relata_message_part(part)) {
        messages.append(message)
      }
    } else if relata_is_part(part) != 0 {
      readLeaf(part)
    }
  }

  private mutating func readParts(of part: UnsafeMutablePointer<GMimeObject>, depth: Int) {
    guard let multipart = relata_multipart(part) else { return }
    let count = g_mime_multipart_get_count(multipart)
    let parts = (0..<max(0, min(count, 500))).compactMap {
      g_mime_multipart_get_part(multipart, $0)
    }
    if subtype(part) == "alternative" {
      // Two ways to say the same: the plain one, or else the last.
      let plain = parts.first { isText($0, "plain") }
      if let page = parts.first(where: { isText($0, "html") }) { keep(page: page) }
      if let chosen = plain ?? parts.last { read(chosen, depth: depth + 1) }
    } else {
      for inner in parts { read(inner, depth: depth + 1) }
    }
  }

  private mutating func readLeaf(_ part: UnsafeMutablePointer<GMimeObject>) {
    let name = g_mime_part_get_filename(relata_part(part)).map { String(cString: $0) }
    let isAttached =
      g_mime_object_get_disposition(part).map { String(cString: $0) } == "attachment"
    if relata_is_text_part(part) != 0, !isAttached || name == nil {
      guard let words = words(of: part) else { return }
      if isText(part, "html") {
        if page == nil { page = Array(words.utf8) }
        if let marked = MessageMarkup.text(ofHTML: words.utf8, isForward: isForward) {
          add(text: marked)
        }
      } else if words.contains("-----BEGIN PGP MESSAGE-----") {
        isEncrypted = true
      } else if isText(part, "plain") {
        add(text: words)
      }
      return
    }
    guard let name else { return }
    attachments.append(
      Attachment(name: name, bytes: bytes(of: part), isPicture: isMedia(part)))
  }

  /// Whether a part is sealed by S/MIME (RFC 8551), which has one part for everything.
  private func isEnvelope(_ part: UnsafeMutablePointer<GMimeObject>) -> Bool {
    guard type(part).0 == "application", type(part).1.hasSuffix("pkcs7-mime") else { return false }
    let kind = g_mime_object_get_content_type_parameter(part, "smime-type").map {
      String(cString: $0)
    }
    return kind?.lowercased() != "signed-data"
  }

  private mutating func keep(page part: UnsafeMutablePointer<GMimeObject>) {
    if page == nil, let words = words(of: part) { page = Array(words.utf8) }
  }

  private mutating func add(text more: String) { text += text.isEmpty ? more : "\n\n" + more }

  private func type(_ part: UnsafeMutablePointer<GMimeObject>) -> (String, String) {
    guard let type = g_mime_object_get_content_type(part) else { return ("", "") }
    func lower(_ raw: UnsafePointer<CChar>?) -> String {
      raw.map { String(cString: $0) }?.lowercased() ?? ""
    }
    return (
      lower(g_mime_content_type_get_media_type(type)),
      lower(g_mime_content_type_get_media_subtype(type))
    )
  }

  private func subtype(_ part: UnsafeMutablePointer<GMimeObject>) -> String { type(part).1 }

  private func isText(_ part: UnsafeMutablePointer<GMimeObject>, _ kind: String) -> Bool {
    type(part) == ("text", kind)
  }

  private func isMedia(_ part: UnsafeMutablePointer<GMimeObject>) -> Bool {
    ["image", "audio", "video", "font"].contains(type(part).0)
  }

  private func words(of part: UnsafeMutablePointer<GMimeObject>) -> String? {
    guard let raw = g_mime_text_part_get_text(relata_text_part(part)) else { return nil }
    defer { g_free(raw) }
    let words = String(cString: raw)
    return isBoxed ? MailboxLines.unescaped(words) : words
  }

  /// Attachments of more bytes are cut.
  private static let largest = 64 << 20

  private func bytes(of part: UnsafeMutablePointer<GMimeObject>) -> [UInt8] {
    guard let content = g_mime_part_get_content(relata_part(part)),
      let stream = g_mime_stream_mem_new()
    else { return [] }
    defer { g_object_unref(gpointer(stream)) }
    g_mime_data_wrapper_write_to_stream(content, stream)
    let memory = UnsafeMutableRawPointer(stream).assumingMemoryBound(to: GMimeStreamMem.self)
    guard let array = g_mime_stream_mem_get_byte_array(memory), let data = array.pointee.data else {
      return []
    }
    return Array(
      UnsafeBufferPointer(start: data, count: min(Int(array.pointee.len), Self.largest)))
  }
}
