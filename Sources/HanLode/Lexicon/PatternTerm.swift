internal import ICUKit

/// A term of a list of the user's own.
struct ListTerm: Term {
    private let record: Record

    init(_ record: Record) { self.record = record }

    var name: String { record.text(1) }
    /// As the cell has them.
    var attributes: String { record.text(2) }
    var priority: Int { Int(record.text(3)) ?? 0 }
}

/// A row of the table of patterns.
struct PatternTerm: Term {
    /// What a definition is written in; terms have a table of their own.
    enum Form: String, CaseIterable, Sendable { case sequence, regex }

    static let definitionColumn = 2

    private let record: Record

    init(_ record: Record) { self.record = record }

    var name: String { record.text(0) }
    var form: Form { record.choice(1) }
    var definition: String { record.text(Self.definitionColumn) }
    var priority: Int { Int(record.text(3)) ?? 0 }

    /// Why a row's definition is none; `nil` where it is one.
    static func complaint(about cells: [String]) -> String? {
        do {
            switch Form(rawValue: cells[1]) {
            case .regex: _ = try RegularExpression(cells[definitionColumn])
            case .sequence, nil: _ = try SequenceDefinition(cells[definitionColumn])
            }
        } catch let complaint as PatternComplaint {
            return "\(complaint.message), at character \(complaint.offset + 1) of the definition"
        } catch let error as ICUError {
            let place = error.position.map { ", at character \($0.offset + 1) of the definition" } ?? ""
            return "no regular expression: \(error.name)\(place)"
        } catch {
            return "\(error)"
        }
        return nil
    }
}

/// A row of the table of terms or of patterns, not yet checked.
public struct PatternRow: Hashable, Sendable {
    let table: TableKind
    let cells: [String]
}

extension SequenceDefinition {
    /// The texts that it may begin with, where it begins with a text: the scanner looks for them along with the terms.
    var leads: [String] {
        guard case .literal(let texts)? = elements.first?.atom else { return [] }
        return texts
    }
}
