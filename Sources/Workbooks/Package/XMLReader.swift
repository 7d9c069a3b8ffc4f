import CExpat

/// What becomes of the elements of a part.
class XMLHandler {
  /// Why it gave up, if it did.
  var failure: WorkbookProblem?
  /// Whether it has all that it wants, so that the rest need not be read.
  var isFinished: Bool { false }

  func start(_: XMLKey, _: XMLAttributes) {}
  func end(_: XMLKey) {}
  func text(_: UnsafeBufferPointer<UInt8>) {}
}

/// Reads XML piece by piece by expat: no external entity, no document type, no depth without end.
final class XMLReader {
  private let parser: XML_Parser
  private let handler: XMLHandler
  private let part: String
  private let limits: WorkbookLimits
  private let names = UnsafeMutablePointer<XMLNames>.allocate(capacity: 1)
  private var depth = 0
  private var fed = 0
  private var refusal: WorkbookProblem?

  init(_ handler: XMLHandler, part: String, _ limits: WorkbookLimits) {
    (self.handler, self.part, self.limits) = (handler, part, limits)
    names.initialize(to: XMLNames())
    // Memory for it is a few hundred bytes: without them nothing goes on.
    parser = XML_ParserCreateNS(nil, XML_Char(XMLNames.separator))!
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser, { XMLReader.of($0).start($1!, $2) }, { XMLReader.of($0).end($1!) })
    XML_SetCharacterDataHandler(parser) { reader, text, count in
      text?.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
        XMLReader.of(reader).handler.text(UnsafeBufferPointer(start: $0, count: Int(count)))
      }
    }
    // Entities are declared in a document type only, so that without one nothing can be blown up or fetched.
    XML_SetStartDoctypeDeclHandler(parser) { reader, _, _, _, _ in XMLReader.of(reader).refuse() }
  }

  deinit {
    XML_ParserFree(parser)
    names.deinitialize(count: 1)
    names.deallocate()
  }

  /// - Throws: `WorkbookProblem`.
  func feed(_ bytes: UnsafeRawBufferPointer) throws {
    try take(bytes.assumingMemoryBound(to: CChar.self).baseAddress, bytes.count, isFinal: false)
    fed += bytes.count
    // A token that does not end is read again from its start with every piece.
    if fed - Int(XML_GetCurrentByteIndex(parser)) > limits.tokenBytes { throw WorkbookProblem.hostile(part) }
  }

  func end() throws {
    if !handler.isFinished { try take(nil, 0, isFinal: true) }
  }

  private func take(_ bytes: UnsafePointer<CChar>?, _ count: Int, isFinal: Bool) throws {
    let status = XML_Parse(parser, bytes, Int32(count), isFinal ? 1 : 0)
    if let problem = refusal ?? handler.failure { throw problem }
    if status != XML_STATUS_OK { throw WorkbookProblem.damaged(part) }
  }

  private static func of(_ reader: UnsafeMutableRawPointer?) -> XMLReader {
    Unmanaged<XMLReader>.fromOpaque(reader!).takeUnretainedValue()
  }

  private func refuse() {
    refusal = .hostile(part)
    XML_StopParser(parser, 0)
  }

  private func start(
    _ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    depth += 1
    if depth > WorkbookLimits.depth { return refuse() }
    handler.start(names.pointee.key(name), XMLAttributes(attributes, names))
    if handler.failure != nil { XML_StopParser(parser, 0) }
  }

  private func end(_ name: UnsafePointer<CChar>) {
    depth -= 1
    handler.end(names.pointee.key(name))
    if handler.failure != nil { XML_StopParser(parser, 0) }
  }
}
