using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Tests.Kit.Messages;

namespace ActivationWizard.Tests.Integrations.Variants;

/// <summary>Registers that have a lot to say: all of it is read, with no more calls than there are pages and people.</summary>
public sealed class VolumeTests
{
    private static readonly VariantRequest Letter = new(Requester.Tenant, null);
    private static readonly VariantRequest Mail = new(Requester.Tenant, "anna@voorbeeld.nl");

    [Fact]
    public async Task Unit_WithFourHundredAgreements_HasTheOneThatRuns()
    {
        var register = new LargeRegister(agreements: 400);
        using var bench = new VariantBench();

        Assert.Equal(Row.D25, (await bench.ReadAsync(register.Answer, Letter)).Row);

        Assert.InRange(register.Calls, 400, 430);
    }

    [Fact]
    public async Task Address_WithAHundredOfOneName_IsAChoiceOfAll()
    {
        var register = new LargeRegister(namesakes: 100, namesakesLiveHere: true);
        using var bench = new VariantBench();

        Assert.Equal("Several", (await bench.ReadAsync(register.Answer, Letter)).Facts[FactKind.Person]);
        Assert.InRange(register.Calls, 1, 20);
    }

    [Fact]
    public async Task Surname_OfThousandsElsewhere_IsReadToTheEnd()
    {
        var register = new LargeRegister(namesakes: 4_900);
        using var bench = new VariantBench();

        Assert.Equal(Row.D25, (await bench.ReadAsync(register.Answer, Letter)).Row);
        Assert.InRange(register.Calls, 49, 75);
    }

    [Fact]
    public async Task Surname_OfMoreThanAreRead_IsNotKnown()
    {
        var register = new LargeRegister(namesakes: 5_100);
        using var bench = new VariantBench();

        Assert.Equal((Row.D02, FactKind.Person),
            ((await bench.ReadAsync(register.Answer, Letter)) is var came ? (came.Row, came.Missing) : default));
    }

    [Fact]
    public async Task Party_WithFiftyRolesAndThirtyContacts_IsComparedWithThemAll()
    {
        var register = new LargeRegister(roles: 50, contacts: 30);
        using var bench = new VariantBench();

        Assert.Equal("Match", (await bench.ReadAsync(register.Answer, Mail)).Facts[FactKind.Email]);
    }

    [Fact]
    public async Task Questions_Many_AreAskedAFewAtOnce()
    {
        var (running, most) = (0, 0);

        var all = await Replies.AllAsync(Enumerable.Range(0, 100), async one =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await Task.Yield();
            Interlocked.Decrement(ref running);
            return (Reply<int>)new Reply<int>.Answered(one);
        });

        Assert.Equal(Enumerable.Range(0, 100), Assert.IsType<Reply<IReadOnlyList<int>>.Answered>(all).Value);
        Assert.InRange(most, 1, 8);
    }
}
