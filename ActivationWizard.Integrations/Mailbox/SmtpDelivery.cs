using ActivationWizard.Domain.Ports;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MimeKit;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>Hands a mail to the submission server: one connection, one mail, one attempt.</summary>
internal sealed partial class SmtpDelivery(
    MailSignIn signIn, SentFolder sent, MailPulse pulse, IOptions<MailboxOptions> options, ILogger<SmtpDelivery> logger)
    : IMailDelivery
{
    private readonly MailboxOptions _options = options.Value;

    public Task<EffectOutcome<NoResult>> SendAsync(MimeMessage message, OutgoingMail mail, CancellationToken cancellation) =>
        SendTestAsync(message, cancellation);

    public async Task<EffectOutcome<NoResult>> SendTestAsync(MimeMessage message, CancellationToken cancellation)
    {
        var outcome = await SubmitAsync(message, cancellation);
        if (outcome is EffectOutcome<NoResult>.Done && _options.FilesSent)
            await sent.FileAsync(message, message.Headers[HeaderId.MessageId]!.Trim('<', '>'));
        return outcome;
    }

    public Task<Reply<ReferenceMatch>> FindAsync(MailTrace trace, CancellationToken cancellation) =>
        sent.FindAsync(trace.MessageId, trace.Recipient, cancellation);

    public Task<Reply<bool>> HasFiledAsync(CancellationToken cancellation) => sent.HasOursAsync(cancellation);

    private async Task<EffectOutcome<NoResult>> SubmitAsync(MimeMessage message, CancellationToken cancellation)
    {
        using var exchange = signIn.Begin("send mail", cancellation);
        using var client = new SmtpClient();
        var transmission = new Transmission();
        try
        {
            await signIn.OpenAsync(client, _options.SmtpHost, _options.SmtpPortInUse, _options.Security, exchange.Token);
            if (!MailFormat.NeedsUtf8(message))
                // Else the domain goes out as UTF-8, to a next server that may not know it.
                client.Capabilities &= ~SmtpCapabilities.UTF8;
            else if (!client.Capabilities.HasFlag(SmtpCapabilities.UTF8))
            {
                exchange.Answered();
                return new EffectOutcome<NoResult>.Refused(RefusalCodes.NoUtf8);
            }

            transmission.Begin();
            await client.SendAsync(MailFormat.Of(message), message, exchange.Token, transmission);
        }
        catch (Exception fault) when (MailFault.IsExpected(fault, cancellation))
        {
            LogFault(fault.GetType().Name, (fault as SmtpCommandException)?.StatusCode, transmission.DataStarted);
            exchange.Failed(fault);
            pulse.Refused(MailPart.Sending, MailRefusals.Of(fault));
            return transmission.EndedBy(fault);
        }

        exchange.Answered();
        pulse.Did(MailPart.Sending);
        await signIn.CloseAsync(client);
        return new EffectOutcome<NoResult>.Done(NoResult.Value);
    }

    public async Task<Reply<NoResult>> SignInAsync(CancellationToken cancellation)
    {
        using var exchange = signIn.Begin("sign in", cancellation);
        using var client = new SmtpClient();
        try
        {
            await signIn.OpenAsync(client, _options.SmtpHost, _options.SmtpPortInUse, _options.Security, exchange.Token);
        }
        catch (Exception fault) when (MailFault.IsExpected(fault, cancellation))
        {
            LogFault(fault.GetType().Name, (fault as SmtpCommandException)?.StatusCode, dataStarted: false);
            exchange.Failed(fault);
            return new Reply<NoResult>.NotAnswered(MailFault.Why(fault));
        }

        exchange.Answered();
        await signIn.CloseAsync(client);
        return new Reply<NoResult>.Answered(NoResult.Value);
    }

    // Not the server's words: they repeat the address.
    [LoggerMessage(Level = LogLevel.Warning, Message = "No mail was taken: {Fault}, status {Status}, on its way {DataStarted}")]
    private partial void LogFault(string fault, SmtpStatusCode? status, bool dataStarted);
}
