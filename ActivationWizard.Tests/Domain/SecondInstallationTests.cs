using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain;

/// <summary>What stands under our reference counts only when party, recipient and kind are those that were asked for.</summary>
public sealed class SecondInstallationTests
{
    private readonly World _world = new();
    private CaseNumber? _number;

    public static TheoryData<string, string> Found => new()
    {
        { "letter", "find-dispatches" },
        { "register-letter", "find-letter" },
        { "register-contact", "find-contact" },
        { "reply", "find-mail" },
    };

    [Fact]
    public async Task Keys_OfTwoInstallations_AreNeverTheSame()
    {
        var ours = await _world.AcceptedAsync(await _world.TakenAsync(Sample.Request));
        var pilot = new World();
        pilot.Epoch.Now = FixedEpoch.Pilot;
        var theirs = await pilot.AcceptedAsync(await pilot.TakenAsync(Sample.Request));

        Assert.Equal(ours.Number, theirs.Number);
        Assert.Empty(ours.Effects.Select(one => one.Key).Intersect(theirs.Effects.Select(one => one.Key)));
    }

    [Theory]
    [MemberData(nameof(Found))]
    public async Task AnswerLost_SomethingOfAnotherUnderOurReference_IsForAPersonAndNeverCalledDone(string call, string question)
    {
        var proposed = await ProposedAsync(call);
        _world.Calls.Plan(call, new Mishap.LostBefore());
        _world.Calls.Before[question] = () => OfAnother(call);

        var stopped = await _world.AcceptedAsync(proposed);

        Assert.Equal(ActivationState.NeedsAttention, stopped.State);
        Assert.IsType<OutcomeUnknown>(stopped.Trouble);
        Assert.Equal((EvidenceKind.CannotTell, EvidenceDetail.OfAnother), (stopped.Evidence!.Kind, stopped.Evidence.Detail));
        Assert.DoesNotContain(call, _world.Calls.Done);
    }

    [Fact]
    public async Task AnswerLost_PersonSawThatItDidNotHappen_GoesOnceUnderANewKey()
    {
        var proposed = await ProposedAsync("letter");
        _world.Calls.Plan("letter", new Mishap.LostBefore());
        _world.Calls.Before["find-dispatches"] = () => OfAnother("letter");
        var stopped = await _world.AcceptedAsync(proposed);

        var ended = await _world.AnsweredAsync(
            stopped.Number, new SettleOutcome(SeenOutcome.DidNotHappen, "Postex heeft hem niet"), DemoPeople.Els);

        Assert.Equal(ActivationState.SentByLetter, ended.State);
        Assert.Single(_world.Calls.Done, "letter");
    }

    [Fact]
    public async Task AnswerLost_PostexDoesNotSayForWhom_IsForAPerson()
    {
        _world.Postex.HidesRecipients = true;
        var proposed = await ProposedAsync("letter");
        _world.Calls.Plan("letter", new Mishap.LostAfter());

        var stopped = await _world.AcceptedAsync(proposed);

        Assert.Equal(EvidenceDetail.CannotCompare, stopped.Evidence!.Detail);
        Assert.Single(_world.Postex.Sent);
    }

    private async Task<ActivationCase> ProposedAsync(string call)
    {
        var proposed = await CrashTests.ProposedAsync(_world, call switch
        {
            "register-contact" => "email",
            "reply" => "refusal",
            _ => "letter",
        });
        _number = proposed.Number;
        return proposed;
    }

    // What another installation left behind under the very key of the request that is under way.
    private void OfAnother(string call)
    {
        var asked = _world.Journal.Of(_number!).Select(entry => entry.Event).OfType<EffectRequested>().Last();
        switch (asked)
        {
            case LetterDispatchRequested letter:
                _world.Postex.Sent.Add((new Letter(letter.Key, "R777", letter.Lines, Code()), "X", "session-x"));
                break;
            case LetterRegistrationRequested letter:
                _world.Viewpoint.Letters.Add(new LetterRecord(letter.Key, "777", "D7", Sample.Now));
                break;
            case ContactRegistrationRequested contact:
                _world.Viewpoint.Contacts.Add(
                    new ContactRecord(contact.Key, "777", contact.Subject, contact.Told, Sample.Now, null));
                break;
            case ReplyRequested reply:
                _world.Mailbox.Sent.Add(new OutgoingMail(reply.Key, Sample.Mail("iemand.anders@voorbeeld.nl"), reply.Text));
                break;
            default:
                throw new ArgumentException(asked.GetType().Name, nameof(call));
        }
    }

    private static ActivationCode Code() =>
        ActivationCode.TryCreate("ANDERE-CODE-0001", new("^[A-Z0-9-]{8,20}$"))!;
}
