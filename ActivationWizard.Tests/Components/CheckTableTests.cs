using ActivationWizard.App.Journal;
using ActivationWizard.App.SystemChecks;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Contracts;
using ActivationWizard.Integrations.Mailbox;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Components;
using Bunit;

namespace ActivationWizard.Tests.Components;

/// <summary>What came of trying a system, as a system manager sees it.</summary>
public sealed class CheckTableTests : Screen
{
    private static readonly CheckLine[] Lines =
    [
        new(CheckSubject.Viewpoint, "PartyById", Observation.Works),
        new(CheckSubject.Viewpoint, "Days", Observation.Differs("\"99-99-9999\"")),
        new(CheckSubject.Viewpoint, "Paging", Observation.Untold(UntoldReason.NothingThere)),
    ];

    [Fact]
    public void Table_OfEachResult_SaysWhatWasExpectedWhatCameAndWhy()
    {
        var rows = Shown().FindAll("tbody tr");

        Assert.Equal(
            ["Een relatie is te lezen op id.", "Een dag staat er als jjjj-mm-dd.",
                "Een lange lijst komt in bladzijden, met X-Parameters-Cursor voor de volgende."],
            rows.Select(row => row.QuerySelector("th")!.TextContent.Trim()));
        Assert.Contains("werkt", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("anders dan verwacht", rows[1].TextContent, StringComparison.Ordinal);
        Assert.Equal("\"99-99-9999\"", rows[1].QuerySelector("code")!.TextContent);
        Assert.Contains("Hier is niets om naar te kijken.", rows[2].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_InEnglish_HasOtherWordsAndTheSameAnswer()
    {
        using var reader = new FixedCulture("en-GB");

        var rows = Shown().FindAll("tbody tr");

        Assert.Contains("A party can be read by its id.", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Equal("\"99-99-9999\"", rows[1].QuerySelector("code")!.TextContent);
    }

    [Theory]
    [InlineData("nl-NL", "Journal:ConnectionString: de server heeft geen database met die naam (SQLSTATE 3D000).")]
    [InlineData("en-GB", "Journal:ConnectionString: the server has no database of that name (SQLSTATE 3D000).")]
    public void Table_OfADatabaseThatWillNotDo_HasASentenceInTheReadersLanguage(string language, string sentence)
    {
        using var reader = new FixedCulture(language);
        CheckLine line = new(CheckSubject.Database, "Connection", Observation.Differs(""))
        {
            Faults = [new(DatabaseFaultKind.NoDatabase, "Journal:ConnectionString", "SQLSTATE 3D000")],
        };

        var cell = Render<CheckTable>(parameters => parameters
            .Add(one => one.Subject, "Database")
            .Add(one => one.Lines, [line])).Find("tbody td:last-child");

        Assert.Equal(sentence, cell.TextContent.Trim());
        Assert.Null(cell.QuerySelector("code"));
    }

    public static TheoryData<Enum> Odd =>
    [
        .. Enum.GetValues<FailureReason>().Cast<Enum>(), .. Enum.GetValues<TemplateFault>().Cast<Enum>(),
        .. Enum.GetValues<OddAnswer>().Cast<Enum>(),
    ];

    [Theory]
    [MemberData(nameof(Odd))]
    public void Table_OfWhatIsOddAboutAnAnswer_SaysItInTheReadersLanguageAndNeverByItsName(Enum kind)
    {
        var dutch = Cell(kind);
        using var reader = new FixedCulture("en-GB");
        var english = Cell(kind);

        Assert.NotEqual(dutch, english);
        Assert.All(new[] { dutch, english }, said => Assert.DoesNotContain($"{kind}", said, StringComparison.Ordinal));
        Assert.Contains($"{StepWords.Of(RefusalGround.NotTenant)} (", Cell(kind, "nl/NotTenant"), StringComparison.Ordinal);
        Assert.Contains("nl/NotTenant.txt: ", Cell(kind, "nl/NotTenant.txt"), StringComparison.Ordinal);
    }

    private string Cell(Enum kind, string? subject = null) => Render<CheckTable>(parameters => parameters
        .Add(one => one.Subject, "Mailbox")
        .Add(one => one.Lines, [
            new(CheckSubject.Mailbox, "Templates", Observation.Differs("", new CheckFault(kind, subject))),
            new(CheckSubject.Mailbox, "Inbox", Observation.Untold(UntoldReason.NoAnswer, new CheckFault(kind, subject))),
        ])).Find("tbody").TextContent;

    private IRenderedComponent<CheckTable> Shown() => Render<CheckTable>(parameters => parameters
        .Add(one => one.Subject, "Viewpoint")
        .Add(one => one.Lines, Lines));
}
