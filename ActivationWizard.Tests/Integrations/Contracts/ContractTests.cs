using ActivationWizard.Integrations.Contracts;
using ActivationWizard.Integrations.Mailbox;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Integrations.Contracts;

/// <summary>Each assumption of the contracts, held against simulators that keep it and against some that do not.</summary>
public sealed class ContractTests(ContractBench bench) : IClassFixture<ContractBench>
{
    // Nobody has read the standard replies of the simulated mailbox yet.
    private const string Templates = "Mailbox.Templates";

    public static TheoryData<string> Broken => [.. Discrepancies.All.Keys];

    [Fact]
    public void Assumptions_ThatAreTried_EachHaveAWayToBreakThem() => Assert.Equal(
        bench.Contracts.SelectMany(one => one.Assumptions).Where(one => one.IsTried)
            .Select(one => $"{one.System}.{one.Name}").Except([Templates]).Order(),
        Discrepancies.All.Keys.Order());

    [Fact]
    public async Task Check_ASandboxThatKeepsItsContract_FindsThatEverythingWorks()
    {
        var found = await bench.CheckAsync(null);

        Assert.All(
            bench.Contracts.SelectMany(one => one.Assumptions).Where(one => $"{one.System}.{one.Name}" is not Templates),
            one =>
            {
                var observation = found[$"{one.System}.{one.Name}"];
                Assert.Equal(
                    (one.IsTried ? CheckResult.Works : CheckResult.Untold, one.IsTried ? null : UntoldReason.NeedsChange, ""),
                    (observation.Result, observation.Reason, observation.Came));
            });
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Check_AnAssumptionThatIsBroken_IsFoundWithWhatCame(string name)
    {
        var found = await bench.CheckAsync(Discrepancies.All[name]);

        Assert.Equal(CheckResult.Differs, found[name].Result);
        Assert.True(found[name].Came.Length > 0 || found[name].Faults.Count > 0);
        Assert.All(found.Values, observation => Assert.DoesNotContain(
            PersonalData, datum => observation.Came.Contains(datum, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Check_Always_ChangesNothingAnywhere()
    {
        var (before, calls) = (bench.Server.Ledger.Count, bench.Server.Calls.Count);

        await bench.CheckAsync(null);

        Assert.Equal(before, bench.Server.Ledger.Count);
        Assert.True(bench.Server.Calls.Count > calls + 30);
    }

    [Fact]
    public async Task Check_StandardRepliesThatCannotBeMade_AreNamed()
    {
        var found = (await bench.CheckAsync(null))[Templates];

        Assert.Equal(CheckResult.Differs, found.Result);
        Assert.Contains(new CheckFault(TemplateFault.NotOpened, "nl/NotTenant"), found.Faults);
        Assert.Equal("", found.Came);
    }

    [Fact]
    public async Task Check_WithoutAParty_SaysThatItCannotBeTold()
    {
        var found = await bench.CheckAsync(null, withParty: false);

        Assert.All(
            found.Where(one => !one.Key.StartsWith("Mailbox", StringComparison.Ordinal)),
            one => Assert.Equal(CheckResult.Untold, one.Value.Result));
        Assert.Equal(UntoldReason.NoParty, found["Viewpoint.PartyById"].Reason);
    }

    [Fact]
    public async Task Check_ASystemThatIsDown_CannotBeTold()
    {
        var found = await bench.CheckAsync(new Discrepancy("postex", ".") { Instead = 503 });

        Assert.Equal((CheckResult.Untold, UntoldReason.NoAnswer), (found["Postex.LetIn"].Result, found["Postex.LetIn"].Reason));
        Assert.Equal(CheckResult.Works, found["Umbrella.LetIn"].Result);
    }

    // The party's number, name, birthday, addresses and code, and the names of whoever else is seeded.
    private static readonly string[] PersonalData =
    [
        Systems.Party, "Mailstra", "Jansen", "jansen", "Merelstraat", "5611CD", "KANARIE", "postvak.example", "mail.example",
        "Eindhoven",
    ];
}
