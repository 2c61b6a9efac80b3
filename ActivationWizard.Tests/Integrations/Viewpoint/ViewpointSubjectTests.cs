using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Tests.Kit.Basics;
using static ActivationWizard.Tests.Integrations.Viewpoint.ViewpointBench;

namespace ActivationWizard.Tests.Integrations.Viewpoint;

/// <summary>An answer about somebody or something else than was asked for stops, whatever was asked.</summary>
public sealed class ViewpointSubjectTests
{
    private static readonly Dictionary<string, Func<IViewpoint, Asked, Task<FailureReason?>>> Questions = new()
    {
        ["units"] = async (viewpoint, asked) => WhyOf(await viewpoint.FindUnitsAsync(asked.Address, Cancellation)),
        ["agreements of a unit"] = async (viewpoint, asked) =>
            WhyOf(await viewpoint.AgreementsOfUnitAsync(asked.Unit, Cancellation)),
        ["agreements of a party"] = async (viewpoint, asked) =>
            WhyOf(await viewpoint.AgreementsOfPartyAsync(asked.Party, Cancellation)),
        ["parties by name"] = async (viewpoint, asked) => WhyOf(await viewpoint.FindPartiesAsync(asked.Surname, Cancellation)),
        ["a party"] = async (viewpoint, asked) => WhyOf(await viewpoint.ReadPartyAsync(asked.Party, Cancellation)),
        ["who acts for"] = async (viewpoint, asked) =>
            WhyOf(await viewpoint.PartiesActingForAsync(asked.Party, "BWI", Cancellation)),
        ["flags"] = async (viewpoint, asked) => WhyOf(await viewpoint.FlagsAsync(asked.Party, Cancellation)),
        ["arrangements"] = async (viewpoint, asked) => WhyOf(await viewpoint.ArrangementsAsync(asked.Agreement, Cancellation)),
        ["dossier"] = async (viewpoint, asked) => WhyOf(await viewpoint.FindDossierAsync(asked.Party, Cancellation)),
        ["letter"] = async (viewpoint, asked) =>
            WhyOf(await viewpoint.FindLetterAsync(Key(1), asked.Party, Cancellation)),
        ["contact"] = async (viewpoint, asked) =>
            WhyOf(await viewpoint.FindContactAsync(Key(2), asked.Party, Channel.Mailbox, Cancellation)),
    };

    public static TheoryData<string> Names => [.. Questions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Question_AboutAnother_IsNonsense(string name)
    {
        await using var bench = await StartAsync();
        var asked = await PrepareAsync(bench);
        Assert.Null(await Questions[name](bench.Viewpoint, asked));

        bench.Script(FaultKind.WrongSubject);

        Assert.Equal(FailureReason.Nonsense, await Questions[name](bench.Viewpoint, asked));
    }

    private static async Task<Asked> PrepareAsync(ViewpointBench bench)
    {
        const string scenario = "arrangement active";
        var party = await bench.PartyAsync("D14", scenario);
        var dossier = Answer(await bench.Viewpoint.FindDossierAsync(party, Cancellation))!;
        await bench.Viewpoint.RegisterLetterAsync(new LetterRecord(Key(1), party, dossier, FixedTime.Start), Cancellation);
        await bench.Viewpoint.RegisterContactAsync(
            new ContactRecord(Key(2), party, ContactSubject.Refusal, Channel.Mailbox, FixedTime.Start, null), Cancellation);
        var agreement = Answer(await bench.Viewpoint.AgreementsOfPartyAsync(party, Cancellation))[0];
        return new Asked(Address("5684HJ", "34"), "Afbetaler", party, agreement.Units[0].Id, agreement.Id);
    }

    private static FailureReason? WhyOf<T>(Reply<T> reply) => (reply as Reply<T>.NotAnswered)?.Why;

    private sealed record Asked(AddressKey Address, string Surname, string Party, string Unit, string Agreement);
}
