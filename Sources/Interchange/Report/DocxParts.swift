/// What stands in every document of Word beside its text: styles, the numbers of pages, and which part is what.
struct DocxParts {
  /// BCP 47.
  let language: String
  let title: String

  private static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"

  private static func xml(_ text: String) -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + text
  }

  /// All but the text; programs look for the first one first.
  var all: [(name: String, bytes: [UInt8])] {
    [
      ("[Content_Types].xml", types), ("_rels/.rels", rootRelations), ("docProps/core.xml", properties),
      ("word/_rels/document.xml.rels", relations), ("word/styles.xml", styles),
      ("word/settings.xml", settings),
      ("word/footer1.xml", footer),
    ].map { ($0.0, Array(Self.xml($0.1).utf8)) }
  }

  func document(_ body: String, isRightToLeft: Bool) -> String {
    Self.xml(
      """
      <w:document xmlns:w="\(Self.main)" xmlns:r="\(Self.office)"><w:body>
      \(body)<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/>\
      <w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>\
      \(isRightToLeft ? "<w:bidi/>" : "")</w:sectPr></w:body></w:document>

      """)
  }

  private var types: String {
    """
    <Types xmlns="\(Self.package)/content-types">
    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
    <Default Extension="xml" ContentType="application/xml"/>
    <Override PartName="/word/document.xml" ContentType="\(Self.kind).document.main+xml"/>
    <Override PartName="/word/styles.xml" ContentType="\(Self.kind).styles+xml"/>
    <Override PartName="/word/settings.xml" ContentType="\(Self.kind).settings+xml"/>
    <Override PartName="/word/footer1.xml" ContentType="\(Self.kind).footer+xml"/>
    <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
    </Types>

    """
  }

  private var rootRelations: String {
    """
    <Relationships xmlns="\(Self.package)/relationships">
    <Relationship Id="rId1" Type="\(Self.office)/officeDocument" Target="word/document.xml"/>
    <Relationship Id="rId2" Type="\(Self.package)/relationships/metadata/core-properties" Target="docProps/core.xml"/>
    </Relationships>

    """
  }

  private var relations: String {
    let targets = ["styles", "settings", "footer"]
    let lines = targets.enumerated().map { index, name in
      "<Relationship Id=\"rId\(index + 1)\" Type=\"\(Self.office)/\(name)\" Target=\"\(name == "footer" ? "footer1" : name).xml\"/>"
    }
    return
      "<Relationships xmlns=\"\(Self.package)/relationships\">\n\(lines.joined(separator: "\n"))\n</Relationships>\n"
  }

  private var properties: String {
    """
    <cp:coreProperties xmlns:cp="\(Self.package)/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:title>\(PlainText.html(title))</dc:title><dc:language>\(language)</dc:language>
    </cp:coreProperties>

    """
  }

  private var settings: String {
    """
    <w:settings xmlns:w="\(Self.main)"><w:compat>\
    <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>\
    </w:compat></w:settings>

    """
  }

  private var footer: String {
    """
    <w:ftr xmlns:w="\(Self.main)"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>\(DocxText.field("PAGE"))\
    <w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>

    """
  }

  // MARK: Styles

  private struct Style {
    let id, name: String
    var base = "Normal"
    var paragraph = ""
    var run = ""

    var xml: String {
      "<w:style w:type=\"paragraph\" w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/><w:basedOn w:val=\"\(base)\"/>"
        + "<w:qFormat/><w:pPr>\(paragraph)</w:pPr><w:rPr>\(run)</w:rPr></w:style>\n"
    }
  }

  private static func size(_ points: Int) -> String {
    "<w:sz w:val=\"\(points * 2)\"/><w:szCs w:val=\"\(points * 2)\"/>"
  }
  private static func space(_ before: Int, _ after: Int) -> String {
    "<w:spacing w:before=\"\(before * 20)\" w:after=\"\(after * 20)\"/>"
  }
  private static func indent(_ start: Int, hanging: Int = 567) -> String {
    "<w:tabs><w:tab w:val=\"left\" w:pos=\"\(start)\"/></w:tabs>" + space(0, 4)
      + "<w:ind w:left=\"\(start)\" w:hanging=\"\(hanging)\"/>"
  }
  private static let bold = "<w:b/><w:bCs/>"

  /// Their ids are those that `ReportDocx` names; names that Word knows are its own.
  private static let paragraphs: [Style] = [
    Style(id: "Title", name: "Title", paragraph: "<w:keepNext/>" + space(12, 6), run: bold + size(18)),
    Style(id: "Subtitle", name: "Subtitle", paragraph: space(0, 12), run: bold),
    Style(id: "Front", name: "Front", paragraph: space(0, 2)),
    Style(
      id: "ContentsHeading", name: "TOC Heading", paragraph: "<w:keepNext/>" + space(12, 6),
      run: bold + size(14)),
    Style(id: "TOC1", name: "toc 1", paragraph: space(0, 2)),
    Style(id: "TOC2", name: "toc 2", paragraph: space(0, 2) + "<w:ind w:left=\"567\"/>"),
    Style(
      id: "Heading1", name: "heading 1",
      paragraph: "<w:keepNext/>" + space(18, 6) + "<w:outlineLvl w:val=\"0\"/>",
      run: bold + size(14)),
    Style(
      id: "Heading2", name: "heading 2",
      paragraph: "<w:keepNext/>" + space(12, 4) + "<w:outlineLvl w:val=\"1\"/>",
      run: bold + size(12)),
    Style(
      id: "BodyText", name: "Body Text",
      paragraph: "<w:tabs><w:tab w:val=\"left\" w:pos=\"567\"/></w:tabs>" + space(0, 6)),
    Style(id: "Item", name: "Item", paragraph: indent(1_134)),
    Style(id: "Part", name: "Part", paragraph: indent(1_701)),
    Style(id: "Caption", name: "caption", paragraph: "<w:keepNext/>" + space(12, 4), run: bold),
    Style(id: "TableText", name: "Table Text", paragraph: space(1, 1), run: size(9)),
    Style(id: "TableTextNumber", name: "Table Number", base: "TableText", paragraph: "<w:jc w:val=\"end\"/>"),
    Style(id: "TableHead", name: "Table Head", base: "TableText", paragraph: "<w:keepNext/>", run: bold),
    Style(
      id: "TableHeadNumber", name: "Table Head Number", base: "TableHead", paragraph: "<w:jc w:val=\"end\"/>"),
    Style(id: "AfterTable", name: "After Table", paragraph: space(0, 4), run: size(4)),
    Style(id: "SourceOf", name: "Source Of", paragraph: "<w:keepNext/>" + space(4, 0), run: bold + size(9)),
    Style(id: "Source", name: "Source", paragraph: space(0, 2), run: size(9)),
    Style(id: "Footer", name: "footer", paragraph: "<w:jc w:val=\"center\"/>", run: size(9)),
  ]

  private var styles: String {
    let eastern = language == "zh" ? "zh-CN" : "en-US"
    let own = ["ar", "zh"].contains(language) ? "en-GB" : language
    return """
      <w:styles xmlns:w="\(Self.main)"><w:docDefaults><w:rPrDefault><w:rPr>\
      <w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="SimSun" w:cs="Times New Roman"/>\
      \(Self.size(11))<w:lang w:val="\(own)" w:eastAsia="\(eastern)" w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults>
      <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
      \(Self.paragraphs.map(\.xml).joined())<w:style w:type="table" w:default="1" w:styleId="TableNormal">\
      <w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>\
      <w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
      <w:style w:type="table" w:styleId="ReportTable"><w:name w:val="Report Table"/><w:basedOn w:val="TableNormal"/><w:tblPr>\
      <w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="auto"/>\
      <w:bottom w:val="single" w:sz="8" w:space="0" w:color="auto"/>\
      <w:insideH w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tblBorders></w:tblPr></w:style></w:styles>

      """
  }
}
