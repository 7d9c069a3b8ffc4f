import Interchange
import Model
import Phrases
import Store

/// Reads the file of a product's source and says whether it changed since the last time, by its SHA-256.
struct SourceErrand: Errand {
  /// The product whose source it is, and the digest that was taken.
  struct Outcome: Sendable {
    let product: Product
    /// Nil where the file could not be read.
    let digest: String?
    let problem: Phrase?
  }

  let product: Product
  let path: String

  var title: Phrase { Phrase(.productsReading, .text(product.name)) }

  func run(in library: Library, progress: ErrandProgress) throws -> Outcome {
    do {
      let file = try ImportFile(path: path, isWanted: { !progress.isStopped })
      let digest = try FileDigest.sha256(of: file) { try progress.report($0, of: $1) }
      return Outcome(product: product, digest: digest, problem: nil)
    } catch let problem as ImportFile.Unreadable {
      return Outcome(product: product, digest: nil, problem: Phrase(problem))
    }
  }

  func news(of outcome: Outcome) -> Phrase? {
    if let problem = outcome.problem { return problem }
    let isSame = outcome.digest == product.digest
    return Phrase(isSame ? .productsSourceSame : .productsSourceChanged, .text(product.name))
  }
}
