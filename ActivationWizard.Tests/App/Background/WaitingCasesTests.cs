using ActivationWizard.App.Background;
using ActivationWizard.Domain.Values;
using Microsoft.Extensions.Time.Testing;

namespace ActivationWizard.Tests.App.Background;

public sealed class WaitingCasesTests
{
    private static readonly CaseNumber Number = CaseNumber.Of(2026, 412);
    private readonly FakeTimeProvider _clock = new();
    private readonly WaitingCases _waiting;

    public WaitingCasesTests() => _waiting = new(_clock);

    [Fact]
    public void Add_Twice_IsInLineOnce()
    {
        _waiting.Add(Number);
        _waiting.Add(Number);

        Assert.Equal(Number, _waiting.TryTake());
        Assert.Null(_waiting.TryTake());
    }

    [Fact]
    public void End_AskedBeforeTheRun_WasAnsweredByIt()
    {
        _waiting.Add(Number);
        _waiting.Add(Number);
        Run();

        Assert.Null(_waiting.TryTake());
    }

    [Fact]
    public void End_AskedDuringTheRun_IsInLineOnceBehindTheOthers()
    {
        var other = CaseNumber.Of(2026, 1);
        _waiting.Add(Number);
        _waiting.Add(other);
        Run(asked: () => _waiting.Add(Number));

        Assert.Equal([other, Number], new[] { _waiting.TryTake(), _waiting.TryTake() });
        Assert.Null(_waiting.TryTake());
    }

    [Fact]
    public void Add_AfterTheRunEnded_IsInLineAgain()
    {
        _waiting.Add(Number);
        Run();

        _waiting.Add(Number);

        Assert.Equal(Number, _waiting.TryTake());
    }

    [Fact]
    public void AddAt_LaterOrSooner_IsInLineOnceItIsTime()
    {
        _waiting.AddAt(Number, _clock.GetUtcNow().AddSeconds(60));
        _waiting.AddAt(Number, _clock.GetUtcNow().AddSeconds(10));
        Assert.Null(_waiting.TryTake());

        _clock.Advance(TimeSpan.FromSeconds(10));
        Run();
        _clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Null(_waiting.TryTake());
    }

    [Fact]
    public void AddAt_ComesBeforeItIsTime_IsNotInLineAgain()
    {
        _waiting.AddAt(Number, _clock.GetUtcNow().AddSeconds(10));
        _waiting.Add(Number);
        Run();

        _clock.Advance(TimeSpan.FromSeconds(20));

        Assert.Null(_waiting.TryTake());
    }

    [Fact]
    public void AddArrived_Many_ComeAfterWhatSomebodyWaitsFor()
    {
        for (var ordinal = 1; ordinal <= 500; ordinal++)
            _waiting.AddArrived(CaseNumber.Of(2026, ordinal + 1000));
        _waiting.Add(Number);

        Assert.Equal(Number, _waiting.TryTake());
        Assert.Equal(CaseNumber.Of(2026, 1001), _waiting.TryTake());
    }

    [Fact]
    public void Add_AnArrival_IsWaitedForNowAndInLineOnce()
    {
        _waiting.AddArrived(CaseNumber.Of(2026, 1));
        _waiting.AddArrived(Number);
        _waiting.Add(Number);
        _waiting.AddArrived(Number);

        Assert.Equal([Number, CaseNumber.Of(2026, 1)], new[] { _waiting.TryTake(), _waiting.TryTake() });
        Assert.Null(_waiting.TryTake());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void End_AnArrivalThatWasAskedForMeanwhile_IsWaitedForNow(bool byAPerson)
    {
        _waiting.AddArrived(Number);
        Run(asked: () =>
        {
            if (byAPerson)
                _waiting.Add(Number);
            else
                _waiting.AddArrived(Number);
        });
        _waiting.AddArrived(CaseNumber.Of(2026, 1));

        Assert.Equal(Number, _waiting.TryTake());
    }

    [Fact]
    public async Task ReadArrivedAsync_TakenByAPersonMeanwhile_IsLeftToTheOtherLine()
    {
        _waiting.AddArrived(Number);
        _waiting.AddArrived(CaseNumber.Of(2026, 1));
        _waiting.Add(Number);
        _waiting.Close();
        List<CaseNumber> read = [];

        await foreach (var number in _waiting.ReadArrivedAsync())
            read.Add(number);

        Assert.Equal([CaseNumber.Of(2026, 1)], read);
        Assert.Equal(Number, _waiting.TryTake());
    }

    [Fact]
    public async Task ReadAllAsync_Closed_EndsAfterWhatIsInLine()
    {
        _waiting.Add(Number);
        _waiting.Close();
        List<CaseNumber> read = [];

        await foreach (var number in _waiting.ReadAllAsync())
            read.Add(number);

        Assert.Equal([Number], read);
    }

    private void Run(Action? asked = null)
    {
        Assert.Equal(Number, _waiting.TryTake());
        _waiting.Begin(Number, out _);
        asked?.Invoke();
        _waiting.End(Number, null);
    }
}
