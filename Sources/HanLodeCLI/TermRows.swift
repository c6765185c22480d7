import ArgumentParser
import HanLode

/// How rows are printed.
enum RowFormat: String, ExpressibleByArgument, CaseIterable {
    case table, json, csv
}

/// What `hanlode words` prints: rows of terms under one header.
struct TermRows {
    private enum Cell {
        case text(String)
        case count(Int)
        case decimal(Double, digits: Int)

        /// Rounded, so that the last digits of a logarithm cannot differ between machines.
        var text: String {
            switch self {
            case .text(let text): return text
            case .count(let count): return String(count)
            case .decimal(let value, let digits):
                var scale = 1
                for _ in 0..<digits { scale *= 10 }
                let scaled = Int((value * Double(scale)).rounded())
                let fraction = String(scaled.magnitude % UInt(scale))
                let padded = String(repeating: "0", count: digits - fraction.count) + fraction
                return "\(scaled < 0 ? "-" : "")\(scaled.magnitude / UInt(scale)).\(padded)"
            }
        }

        var isText: Bool { if case .text = self { true } else { false } }
    }

    private let columns: [String]
    private var rows: [[Cell]] = []

    init(frequencies: [TermCounts.Frequency], _ top: Int) {
        columns = ["term", "count", "reports", "perTenThousand"]
        for frequency in Self.first(top, of: frequencies) {
            rows.append([
                .text(frequency.term), .count(frequency.count), .count(frequency.reports),
                .decimal(frequency.perTenThousand, digits: 3),
            ])
        }
    }

    init(byReport counts: TermCounts, top: Int, minimum: Int) {
        columns = ["report", "term", "count", "reports", "perTenThousand", "tfidf"]
        for index in counts.reports.indices {
            let frequencies = counts.frequencies(inReport: index).filter { $0.count >= minimum }
            for frequency in Self.first(top, of: frequencies) {
                rows.append([
                    .text(counts.reports[index].name ?? "-"), .text(frequency.term), .count(frequency.count),
                    .count(frequency.reports), .decimal(frequency.perTenThousand, digits: 3),
                    .decimal(frequency.tfidf, digits: 6),
                ])
            }
        }
    }

    init(keyness: [TermCounts.Keyness], _ top: Int) {
        columns = [
            "term", "count", "otherCount", "reports", "perTenThousand", "otherPerTenThousand", "logLikelihood",
            "logRatio",
        ]
        // The most typical of either set: the list is in the order of the log-likelihood, its end is the other's.
        let half = top == 0 || keyness.count <= top ? keyness.count : (top + 1) / 2
        let kept = keyness.prefix(half) + keyness.suffix(min(keyness.count - half, top == 0 ? 0 : top - half))
        for item in kept {
            rows.append([
                .text(item.term), .count(item.count), .count(item.otherCount), .count(item.reports),
                .decimal(item.perTenThousand, digits: 3), .decimal(item.otherPerTenThousand, digits: 3),
                .decimal(item.logLikelihood, digits: 2), .decimal(item.logRatio, digits: 2),
            ])
        }
    }

    private static func first<Element>(_ top: Int, of items: [Element]) -> ArraySlice<Element> {
        top == 0 ? items[...] : items.prefix(top)
    }

    func write(_ format: RowFormat) {
        switch format {
        case .table:
            let first = rows.first
            var table = TextTable(
                columns.enumerated().map { ($1.uppercased(), first?[$0].isText == false ? .right : .left) })
            for row in rows { table.append(row.map(\.text)) }
            Terminal.write(table.text)
        case .csv:
            Terminal.write(CSV.line(columns) + rows.flatMap { CSV.line($0.map(\.text)) })
        case .json:
            var bytes: [UInt8] = []
            for row in rows {
                bytes.append(contentsOf: (try? JSONWriter.encode(Record(columns: columns, cells: row))) ?? [])
                bytes.append(0x0A)
            }
            Terminal.write(bytes)
        }
    }

    private struct Record: Encodable {
        let columns: [String]
        let cells: [Cell]

        private struct Key: CodingKey {
            let stringValue: String
            var intValue: Int? { nil }
            init(_ name: String) { stringValue = name }
            init?(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            for (column, cell) in zip(columns, cells) {
                switch cell {
                case .text(let text): try container.encode(text, forKey: Key(column))
                case .count(let count): try container.encode(count, forKey: Key(column))
                case .decimal: try container.encode(Double(cell.text) ?? 0, forKey: Key(column))
                }
            }
        }
    }
}
