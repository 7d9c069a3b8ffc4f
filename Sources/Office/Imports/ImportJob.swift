import Interchange
import Model
import Phrases
import Store

/// A file on its way in: what it is, what its first rows hold, what its columns become.
public struct ImportJob: Sendable {
  public let file: ImportFile
  public let format: ImportFormat
  /// What its columns hold; nil for a format that names its fields itself.
  public let survey: FileSurvey?
  public var mapping: ColumnMapping?
  /// The lines of rows that are not to be written.
  public var unticked: Set<Int> = []
  /// Whether cards are taken whole that are older than what is stored.
  public var takesOlder = false
  /// The stored records that some new rows are about, by the lines of the rows: somebody said so.
  public var same: [Int: RecordID] = [:]
  /// The mappings that were saved by name.
  public var saved: [ImportMapping] = []

  /// The file's name without its folders.
  public var name: String { file.path.split(separator: "/").last.map(String.init) ?? file.path }

  /// Finds out what a file is.
  /// - Parameter byValues: whether values tell of columns what their headings do not.
  /// - Throws: `ImportFailure`, `ImportFile.Unreadable` or `StoreProblem`.
  public init(_ file: ImportFile, in library: Library, byValues: Bool = false) throws {
    format = try ImportFormat(of: file)
    guard format == .table else {
      (self.file, survey, mapping) = (file, nil, nil)
      return
    }
    let survey = try FileSurvey(file)
    // From now on the sheet that was looked at is meant.
    self.file = ImportFile(file, sheet: survey.sheets.first)
    self.survey = survey
    saved = try library.read(AllRecords<ImportMapping>()).sorted { $0.name < $1.name }
    mapping = survey.mapping(byValues: byValues)
  }

  /// The saved mapping that fits best: all its columns are in the file.
  public var fitting: ImportMapping? {
    saved.filter { mapping?.suits($0) == true }.max { $0.columns.count < $1.columns.count }
  }

  /// Takes up a saved mapping.
  public mutating func apply(_ saved: ImportMapping) {
    mapping?.apply(saved)
    settleDates()
  }

  /// The same with what somebody chose already for its columns, where it still has as many.
  public func carrying(_ chosen: ColumnMapping) -> ImportJob {
    guard let mapping, mapping.titles.count == chosen.titles.count else { return self }
    var job = self
    for (position, target) in chosen.targets.enumerated() {
      if target != mapping.targets[position] { job.mapping?.choose(target, at: position) }
      for value in chosen.values[position] { job.mapping?.map(value.word, to: value.value, at: position) }
    }
    return job
  }

  /// Takes up what somebody said of words.
  /// - Throws: `ImportFailure`.
  public mutating func take(_ values: [GivenValue]) throws(ImportFailure) {
    guard !values.isEmpty else { return }
    guard var mapping else { throw .valuesOfNoTable }
    try mapping.take(values)
    self.mapping = mapping
  }

  /// The words of each column that its field does not take, and those of which somebody said what they mean: of the whole
  /// file.
  /// - Parameter between: called after some hundreds of rows with how many were read; throws where it is to stop.
  /// - Throws: `ImportFailure` or `ImportFile.Unreadable`.
  public func words(between: (Int) throws -> Void = { _ in }) throws -> [[ColumnWord]] {
    try mapping.map { try ColumnWord.all(of: file, $0, between: between) } ?? []
  }

  /// Chooses what a column becomes.
  public mutating func choose(_ target: ColumnTarget, at position: Int) {
    mapping?.choose(target, at: position)
    settleDates()
  }

  private mutating func settleDates() {
    guard var mapping else { return }
    survey?.settleDates(of: &mapping)
    self.mapping = mapping
  }

  /// The mapping under a name, as it is to be saved: a new record, or the one of that name changed.
  public func record(named name: String) -> (old: ImportMapping?, new: ImportMapping) {
    let old = saved.first { $0.name == name }
    var record = old ?? ImportMapping(id: NewID.make())
    record.name = name
    record.columns = mapping?.columns ?? []
    return (old, record)
  }

  /// What the header says is the file's program or mapping; nil for a list of somebody's own.
  public var origin: String? { mapping?.name ?? mapping?.preset?.title }

  /// The columns that are mapped to nothing, but for those that are told of anyway.
  public func titlesLeftOut(besides others: [String]) -> [String] {
    guard let mapping else { return [] }
    return zip(mapping.titles, mapping.targets).filter { title, target in
      target.field.isEmpty && !title.isEmpty && !others.contains(title)
    }.map(\.0)
  }

  /// The import of the rows, as the mapping is now.
  /// - Parameter keepsAll: also the rows that somebody left out or said to be a stored record, as a preview shows them.
  public func work(_ options: StakeholderImport.Options = .init(), keepsAll: Bool = false)
    -> StakeholderImport
  {
    var options = options
    options.why = name
    options.unticked = keepsAll ? [] : unticked
    if !keepsAll { options.same.merge(same) { $1 } }
    options.takesOlder = options.takesOlder || takesOlder
    options.consentHeadings = mapping?.consentHeadings ?? []
    return StakeholderImport(size: file.size, options: options) { [file, mapping] in
      guard let mapping else { return try file.records(of: Stakeholder.self) }
      return mapping.isPlain
        ? try TableRows<Stakeholder>(file, values: mapping.values) : try MappedRows(file, mapping)
    }
  }

  /// Writes the rows that were not taken to a file, with the reason behind each.
  /// - Parameter reasons: of an import that kept them.
  /// - Returns: how many there are; where there is none, no file is made.
  /// - Throws: as `RejectedRows.write`.
  public func writeRejected(
    _ reasons: [Int: [ImportSummary.Finding]], to path: String, replacing: Replacing, in book: Phrasebook
  ) throws -> Int {
    let titles = mapping?.titles ?? []
    return try RejectedRows.write(
      of: file, reasons.mapValues { $0.said(in: book) }, to: path, replacing: replacing, in: book,
      fit: TableReader.fit(to: titles))
  }
}
