using ActivationWizard.App.Background;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Components;

namespace ActivationWizard.Tests.App.Background;

/// <summary>What a look at the open cases tells beside what is known of them.</summary>
public sealed class KnownCasesTests
{
    private static readonly DateTimeOffset Now = Summaries.Received;
    private static readonly CaseSummary Case = Summaries.Mine(ActivationState.ActivatingAccount);
    private static readonly CaseNumber Number = Case.Number;

    private readonly KnownCases _known = new();

    [Fact]
    public void ToRead_NewCase_IsReadOnce()
    {
        Assert.Equal([Number], Look(Case));

        Assert.Empty(Look(Case));
        Assert.Equal([Case], _known.View.Open);
    }

    [Fact]
    public void ToRead_LaterVersionWithAnEarlierMoment_IsReadAllTheSame()
    {
        Look(Case);

        Assert.Equal([Number], Look(Case with { Version = 4, ChangedAt = Now.AddHours(-1) }));
        Assert.Equal(4, _known.VersionOf(Number));
    }

    [Fact]
    public void ToRead_CaseThatIsNotOpenAnyMore_IsReadAndIsAmongThoseThatEnded()
    {
        Look(Case);
        var ended = Ended(Case);
        _known.BeginLook();

        var wanted = _known.ToRead(new Dictionary<CaseNumber, int>(), []);

        Assert.Equal([Number], wanted);
        Assert.Equal(FeedPart.Cases | FeedPart.News, _known.Take(wanted, [ended], new Dictionary<CaseNumber, int>(), Now));
        Assert.Empty(_known.View.Open);
        Assert.Equal([ended], _known.View.Ended);
    }

    [Fact]
    public void ToRead_CaseOnAPageThatEndedBetweenTwoLooks_IsReadOnce()
    {
        _known.BeginLook();
        var wanted = _known.ToRead(new Dictionary<CaseNumber, int>(), [Number]);

        Assert.Equal([Number], wanted);
        _known.Take(wanted, [Ended(Case)], new Dictionary<CaseNumber, int>(), Now);
        Assert.Empty(_known.ToRead(new Dictionary<CaseNumber, int>(), [Number]));
    }

    [Fact]
    public void ToRead_WrittenWhileTheLookWasUnderWay_IsNotTakenBack()
    {
        Look(Case);
        _known.BeginLook();
        var opened = Summaries.Mine(ActivationState.GatheringFacts, ordinal: 500);
        _known.TakeWritten(opened, Now);
        _known.TakeWritten(Ended(Case), Now);

        // The look saw the database as it was before.
        var open = new Dictionary<CaseNumber, int> { [Number] = Case.Version };
        var wanted = _known.ToRead(open, []);

        Assert.Empty(wanted);
        _known.Take(wanted, [], open, Now);
        Assert.Equal([opened], _known.View.Open);
        Assert.Equal([Number], _known.View.Ended.Select(one => one.Number));
    }

    [Fact]
    public void Take_CaseThatCannotBeRead_IsInNoListAndReadAgainOnlyWhenItChanged()
    {
        var open = new Dictionary<CaseNumber, int> { [Number] = 3 };
        _known.BeginLook();
        _known.Take(_known.ToRead(open, []), [], open, Now);

        Assert.Empty(_known.ToRead(open, []));
        Assert.Empty(_known.View.Open);
        Assert.Equal([Number], _known.ToRead(new Dictionary<CaseNumber, int> { [Number] = 4 }, []));
    }

    [Fact]
    public void Take_StepOfACaseUnderWay_IsNoNews() =>
        Assert.Equal(FeedPart.Cases, _known.TakeWritten(Case, Now));

    [Fact]
    public void Forget_EndedLongAgo_IsGoneUnlessAPageShowsIt()
    {
        _known.TakeWritten(Ended(Case), Now);

        _known.Forget(Now.AddMinutes(11), new HashSet<CaseNumber> { Number });
        Assert.Single(_known.View.Ended);

        _known.Forget(Now.AddMinutes(11), new HashSet<CaseNumber>());
        Assert.Empty(_known.View.Ended);
        Assert.Null(_known.VersionOf(Number));
    }

    private static CaseSummary Ended(CaseSummary one) =>
        one with { Version = one.Version + 1, State = ActivationState.SentByEmail, CompletedAt = Now };

    private IReadOnlyList<CaseNumber> Look(CaseSummary one)
    {
        var open = new Dictionary<CaseNumber, int> { [one.Number] = one.Version };
        _known.BeginLook();
        var wanted = _known.ToRead(open, []);
        _known.Take(wanted, [.. new[] { one }.Where(read => wanted.Contains(read.Number))], open, Now);
        return wanted;
    }
}
