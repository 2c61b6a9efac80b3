using System.Text;
using ActivationWizard.App.Cases;
using ActivationWizard.App.MailIntake;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Sandbox.World;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Systems;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.App.MailIntake;

/// <summary>
/// The whole way of a reply that is returned: from the mailbox to the person whose case it was, to one second mail, and the
/// answer to that.
/// </summary>
public sealed class ReturnedMailTests : IAsyncDisposable
{
    private const string New = "t.schuldink@nieuw.example";

    private readonly TestApp _app = new(new AppOptions
    {
        Settings = { ["Mailbox:Requests:Read"] = "true", ["Mailbox:Requests:IntervalSeconds"] = "5" },
    });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private CaseDesk Desk => _app.DeskOf(DemoPeople.Sanne);

    [Fact]
    public async Task Bounce_OfAReply_GoesToItsEmployeeAndOnceToTheNewAddress()
    {
        var refused = await RefusedAsync("T. Schuldink");
        var sent = Assert.Single(refused.Results.Replies);
        await _app.ChangeAsync(new
        {
            kind = "contact",
            relatienummer = SandboxFixture.NumberOf("D18", "arrangement active"),
            detailSoort = "PRI",
            waarde = New,
        });

        await ComesInAsync(Bounce("bounce-1", refused, "iemand@anders.example"));
        await ComesInAsync(Bounce("bounce-2", refused, sent.To.ToString()));
        var returned = await _app.UntilAsync(refused.Number, one => one is { IsBounced: true, Sought: not null });

        Assert.Equal(DemoPeople.Sanne.Id, returned.Handler?.Id);
        Assert.Equal("5.1.1", returned.Notice?.Status);
        // The forged one is nobody's: it waits for a person in the list.
        Assert.Single(returned.Mails);
        var address = Assert.Single(returned.NewAddresses);
        Assert.Equal(New, address.ToString());

        await ComesInAsync(Bounce("bounce-2", refused, sent.To.ToString()));
        var answer = await Desk.AnswerAsync(returned.Number, returned.Version, new SendReplyAgain(address));
        Assert.IsType<Decision.Taken>(answer.Decision);
        var ended = await _app.UntilAsync(returned.Number, one => one.State is ActivationState.Refused);

        Assert.Equal(2, _app.LedgerOf(ended).Count(entry => entry.Effect is SandboxEffects.SendMail));
        var mails = _app.MailsOf(ended);
        Assert.Equal(2, mails.Count);
        Assert.Single(mails, mail => mail.Contains($"To: {New}", StringComparison.Ordinal));
        Assert.Single(ended.Effects, effect => effect.Effect is EffectKind.RegisterContact);

        await ComesInAsync(Answer(ended));
        var answered = await _app.UntilAsync(ended.Number, one => one.Mails.Count is 2);

        Assert.Equal((ActivationState.Refused, ended.CompletedAt), (answered.State, answered.CompletedAt));
        var opened = Assert.IsType<MessageOpening.Opened>(await _app.Services.GetRequiredService<MessageDesk>()
            .ReadAsync(answered.Mails[^1].Mail.Message, DemoPeople.Sanne, Cancellation));
        Assert.Contains("Waarom niet?", opened.Message.Text!.All, StringComparison.Ordinal);
        Assert.Equal(answered.Mails[^1].Mail.Identity, opened.Message.Envelope.Identity);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<ActivationCase> RefusedAsync(string name)
    {
        var number = await _app.NumberOfAsync(name);
        await Desk.TakeAsync(number);
        var proposed = await _app.UntilAsync(number, one => one is { Composed: ReplyComposed, Handler: not null });
        var composed = (ReplyComposed)proposed.Composed!;
        var agreed = new AcceptProposal(new Acceptance { Reply = composed.Text, Template = composed.Template });
        Assert.IsType<Decision.Taken>((await Desk.AnswerAsync(number, proposed.Version, agreed)).Decision);
        return await _app.UntilAsync(number, one => one.State is ActivationState.Refused);
    }

    private Task ComesInAsync(string mail) =>
        _app.ChangeAsync(new { kind = "mail", mime = Convert.ToBase64String(Encoding.UTF8.GetBytes(mail)) });

    // The Message-ID of the last reply, as the mailbox sent it.
    private string IdOf(ActivationCase activation)
    {
        var key = activation.Results.Replies[^1].Key;
        var mail = _app.MailsOf(activation).Single(one => one.Contains($"<{key}@", StringComparison.Ordinal));
        var from = mail.IndexOf($"<{key}@", StringComparison.Ordinal);
        return mail[from..(mail.IndexOf('>', from) + 1)];
    }

    private string Bounce(string id, ActivationCase refused, string recipient) => $"""
        From: Mail Delivery System <MAILER-DAEMON@mail.example>
        To: wonen@thuis.example
        Subject: Undelivered Mail Returned to Sender
        Date: Mon, 30 Nov 2026 09:12:00 +0100
        Message-ID: <{id}@mail.example>
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="grens"

        --grens
        Content-Type: text/plain

        Your mail could not be delivered.
        --grens
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mail.example

        Final-Recipient: rfc822; {recipient}
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 <{recipient}> unknown

        --grens
        Content-Type: text/rfc822-headers

        Message-ID: {IdOf(refused)}
        Subject: Uw aanvraag

        --grens--

        """.ReplaceLineEndings("\r\n");

    private string Answer(ActivationCase refused) => $"""
        From: T. Schuldink <{refused.Results.Replies[^1].To}>
        To: wonen@thuis.example
        Subject: Re: Uw aanvraag
        Date: Mon, 30 Nov 2026 10:12:00 +0100
        Message-ID: <answer-1@nieuw.example>
        In-Reply-To: {IdOf(refused)}
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8

        Waarom niet?
        """.ReplaceLineEndings("\r\n");
}
