import Interchange
import Model
import Store

extension Library {
  /// The stored records of a kind that is small enough to read whole.
  public func known<R: Exchangeable>(_: R.Type) throws -> KnownRecords<R> {
    // Of items in the media there may be a million: only those that a file has are read.
    let coverage = KnownRecords<Coverage>(
      withIDs: { try self.read(CoverageByIDs($0)).byID }, alike: { try self.read(CoverageTitled($0)) })
    if let known = coverage as? KnownRecords<R> { return known }
    return KnownRecords(try read(AllRecords<R>()))
  }

  /// Finds what the columns of a file name.
  public var referenceLookup: ReferenceLookup { ReferenceLookup { try self.read(RecordsCalled($0, $1)) } }

  /// Plans the import of a small kind.
  /// - Parameter today: for the history that a file brings: see `RecordImport`.
  public func plan<R: Exchangeable>(
    _ type: R.Type, _ file: ImportFile, today: Day? = nil
  ) throws -> ImportPlan<R> {
    try RecordImport(known: known(type), lookup: referenceLookup, today: today).plan(file)
  }

  /// Plans the import of cells of launches that are stored. A day among the months, as older programs wrote them,
  /// becomes a card of the board, but only once: the card is the record from then on.
  public func planLaunchCells(_ file: ImportFile) throws -> ImportPlan<LaunchCell> {
    let launches = try read(AllRecords<Launch>()).map(\.id)
    let cards = Set(try read(AllRecords<Card>()).map(\.id))
    let known = try known(LaunchCell.self)
    let importer = RecordImport(
      known: known,
      rule: { cell in
        guard launches.contains(cell.launch) else {
          return .init(field: "launch", problem: .notOneOf(cell.launch, launches))
        }
        let isCard = Card(cell).map { cards.contains($0.id) } ?? false
        return isCard ? .init(field: "slot", problem: .nowACard(cell.slot)) : nil
      })
    return try importer.plan(file)
  }

}

extension ImportRecords where R: Exchangeable {
  /// Writes what a plan says, the rejected rows left out.
  public init(_ plan: ImportPlan<R>) {
    self.init(new: plan.new, changed: plan.changed.map { ($0.before, $0.after) })
  }
}
