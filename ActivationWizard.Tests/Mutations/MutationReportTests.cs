namespace ActivationWizard.Tests.Mutations;

public sealed class MutationReportTests
{
    private static readonly MutationReport Report = MutationReport.Read(
        $$"""
        { "files": {
          "/w/Project/Rules/Table.cs": { "mutants": [
            {{Mutant(7, "Equality mutation", "a !=\\n b", "Survived")}}, {{Mutant(5, "Statement", ";", "Killed")}},
            {{Mutant(6, "Statement", ";", "Timeout")}}, {{Mutant(8, "Statement", ";", "Ignored")}},
            {{Mutant(9, "Statement", ";", "CompileError")}}] },
          "Facts\\Fact.cs": { "mutants": [{{Mutant(3, "Block", "{}", "NoCoverage")}}] } } }
        """, "Project");

    [Fact]
    public void Read_Report_CountsWhatWasTriedPerFolder()
    {
        Assert.Equal(4, Report.Tried.Count);
        Assert.Equal((200.0 / 3, 0.0), (Report.Scores["Rules"], Report.Scores["Facts"]));
        Assert.Equal("Facts: 0.0 %, 0 of 1 noticed\nRules: 66.7 %, 2 of 3 noticed", Report.ToString());
    }

    [Fact]
    public void Survivors_AreThoseThatNobodyNoticed() => Assert.Equal(
        ["Facts/Fact.cs:3 Block: {} (not reached)", "Rules/Table.cs:7 Equality mutation: a !=  b"],
        Report.Survivors.Select(one => one.ToString()));

    private static string Mutant(int line, string mutator, string replacement, string status) => $$"""
        { "location": { "start": { "line": {{line}}, "column": 1 } }, "mutatorName": "{{mutator}}",
          "replacement": "{{replacement}}", "status": "{{status}}" }
        """;
}
