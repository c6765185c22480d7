import Testing

@testable import HanLodeCLI

@Suite struct CalendarDateTests {
    @Test(arguments: ["2022-02-18", "2024-02-29", "2000-02-29", "1999-12-31", "0001-01-01", "2023-04-30"])
    func datesAreValid(text: String) {
        #expect(CalendarDate.isValid(text))
    }

    @Test(arguments: [
        "", "2022", "2022-02", "2022-2-18", "22-02-18", "2022/02/18", "2022-02-30", "2023-02-29", "1900-02-29",
        "2022-13-01",
        "2022-00-10", "2022-01-00", "2022-04-31", "2022-02-18 ", "２０２２-02-18", "2022-02-18-01", "-022-02-18",
        "+022-02-18", "abcd-ef-gh",
    ])
    func otherTextsAreNot(text: String) {
        #expect(!CalendarDate.isValid(text))
    }
}
