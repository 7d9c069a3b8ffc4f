import Glibc

/// The namespaces whose names mean something here; the transitional and the strict ones of ISO/IEC 29500 are the same.
enum XMLSpace: UInt8 {
  case none, sheet, relations, package, xml, office, table, text, link, style, number, calc, manifest, other

  fileprivate static let known: [(uri: StaticString, space: XMLSpace)] = [
    ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", .sheet),
    ("http://purl.oclc.org/ooxml/spreadsheetml/main", .sheet),
    ("http://schemas.openxmlformats.org/officeDocument/2006/relationships", .relations),
    ("http://purl.oclc.org/ooxml/officeDocument/relationships", .relations),
    ("http://schemas.openxmlformats.org/package/2006/relationships", .package),
    ("http://www.w3.org/XML/1998/namespace", .xml),
    ("urn:oasis:names:tc:opendocument:xmlns:office:1.0", .office),
    ("urn:oasis:names:tc:opendocument:xmlns:table:1.0", .table),
    ("urn:oasis:names:tc:opendocument:xmlns:text:1.0", .text),
    ("http://www.w3.org/1999/xlink", .link),
    ("urn:oasis:names:tc:opendocument:xmlns:style:1.0", .style),
    ("urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0", .number),
    ("urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0", .calc),
    ("urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", .manifest),
  ]
}

/// A name in a namespace, as a number that is compared at once (FNV-1a). Names that share one by an evil chance are
/// taken for each other, which harms nobody.
struct XMLKey: Hashable {
  let space: XMLSpace
  private let hash: UInt64

  init(_ space: XMLSpace, _ local: StaticString) {
    self.init(space, local.utf8Start, local.utf8CodeUnitCount)
  }

  /// The value of an attribute that names something of the document, such as a style.
  init(named value: XMLValue) { self.init(.none, value.bytes, value.span.count) }

  fileprivate init(_ space: XMLSpace, _ local: UnsafePointer<UInt8>, _ count: Int) {
    self.space = space
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in 0..<count { hash = (hash ^ UInt64(local[index])) &* 0x100_0000_01b3 }
    self.hash = hash
  }
}

/// Reads names as expat gives them: the namespace, a line feed, the local name.
struct XMLNames {
  static let separator: UInt8 = 0x0A
  /// The namespace that was seen last with each length; most documents have one of each.
  private var seen: [(uri: StaticString, space: XMLSpace)?] = Array(repeating: nil, count: 128)

  @inline(__always)
  mutating func key(_ name: UnsafePointer<CChar>) -> XMLKey {
    let count = strlen(name)
    let bytes = UnsafeRawPointer(name).assumingMemoryBound(to: UInt8.self)
    // Local names are short.
    var length = count - 1
    while length >= 0, bytes[length] != Self.separator { length -= 1 }
    guard length >= 0 else { return XMLKey(.none, bytes, count) }
    let space = space(bytes, length)
    return XMLKey(space, bytes + length + 1, count - length - 1)
  }

  private mutating func space(_ uri: UnsafePointer<UInt8>, _ length: Int) -> XMLSpace {
    if let last = seen[length & 127], Self.isSame(last.uri, uri, length) { return last.space }
    guard let known = XMLSpace.known.first(where: { Self.isSame($0.uri, uri, length) }) else { return .other }
    seen[length & 127] = known
    return known.space
  }

  private static func isSame(_ known: StaticString, _ uri: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    known.utf8CodeUnitCount == length && memcmp(known.utf8Start, uri, length) == 0
  }
}

/// The attributes of an element, there only while it begins.
struct XMLAttributes {
  private let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  private let names: UnsafeMutablePointer<XMLNames>

  init(
    _ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?, _ names: UnsafeMutablePointer<XMLNames>
  ) {
    (self.pairs, self.names) = (pairs, names)
  }

  /// Calls with each name and value.
  @inline(__always)
  func each(_ body: (XMLKey, XMLValue) -> Void) {
    guard let pairs else { return }
    var index = 0
    while let name = pairs[index], let value = pairs[index + 1] {
      body(names.pointee.key(name), XMLValue(value))
      index += 2
    }
  }

  subscript(key: XMLKey) -> XMLValue? {
    var found: XMLValue?
    each { if $0 == key { found = $1 } }
    return found
  }
}

/// The value of an attribute, there only while its element begins.
struct XMLValue {
  let bytes: UnsafePointer<UInt8>

  init(_ value: UnsafePointer<CChar>) {
    bytes = UnsafeRawPointer(value).assumingMemoryBound(to: UInt8.self)
  }

  var text: String { String(cString: bytes) }
  var span: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: bytes, count: count) }
  private var count: Int { strlen(UnsafeRawPointer(bytes).assumingMemoryBound(to: CChar.self)) }

  /// A whole number that is not negative; nil for anything else.
  var number: Int? {
    var number = 0
    var index = 0
    while case let digit = Int(bytes[index]) - 0x30, 0...9 ~= digit {
      if number > 1 << 40 { return nil }
      (number, index) = (number * 10 + digit, index + 1)
    }
    return bytes[index] == 0 && index > 0 ? number : nil
  }

  /// `1`, `true` (ISO/IEC 29500-1, 22.9.2.1) or `on`.
  var isTrue: Bool { self == "1" || self == "true" || self == "on" }

  static func == (value: XMLValue, text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    return value.count == count && memcmp(value.bytes, text.utf8Start, count) == 0
  }
}
