using ActivationWizard.App.Running;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Tests.App.Desk;

public sealed class WaitingCasesTests
{
    private static readonly CaseNumber Number = CaseNumber.Of(2026, 412);
    private readonly WaitingCases _waiting = new();

    [Fact]
    public void Add_Twice_IsInLineOnce()
    {
        _waiting.Add(Number);
        _waiting.Add(Number);

        Assert.Equal(Number, _waiting.TryTake());
        Assert.Null(_waiting.TryTake());
    }

    [Fact]
    public void IsAskedAgainAtEnd_AskedBeforeTheRun_IsAnsweredByIt()
    {
        _waiting.Add(Number);
        _waiting.Add(Number);
        _waiting.Begin(Number);

        Assert.False(_waiting.IsAskedAgainAtEnd(Number));
    }

    [Fact]
    public void IsAskedAgainAtEnd_AskedDuringTheRun_IsTrueOnce()
    {
        _waiting.Add(Number);
        _waiting.Begin(Number);
        _waiting.Add(Number);

        Assert.True(_waiting.IsAskedAgainAtEnd(Number));
        _waiting.Begin(Number);
        Assert.False(_waiting.IsAskedAgainAtEnd(Number));
    }

    [Fact]
    public void Add_AfterTheRunEnded_IsInLineAgain()
    {
        _waiting.Add(Number);
        Assert.Equal(Number, _waiting.TryTake());
        _waiting.Begin(Number);
        Assert.False(_waiting.IsAskedAgainAtEnd(Number));

        _waiting.Add(Number);

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
}
