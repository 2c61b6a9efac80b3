using System.Text.Json;
using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Mailbox.StandardReplies;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Notes;

/// <summary>Which Mailsjabloon is used for a standard reply, by its subject, who chose it, and when.</summary>
public sealed record ChosenTemplate(ReplySlot Slot, string Subject, string ChosenBy, DateTimeOffset ChosenAt);

/// <summary>
/// What was last read of the Mailsjablonen, the same for every instance and sealed by the master key; and what was chosen among
/// them. What another master key sealed counts as never read: it is read again soon.
/// </summary>
public sealed class TemplateNotes(
    IDbContextFactory<JournalContext> contexts, IJournalWriter writer, KeyRing ring, TimeProvider time) : IKeptTemplates
{
    private const string Seal = "mail templates";
    private static readonly byte[] Bound = "MailTemplates"u8.ToArray();

    /// <inheritdoc />
    public async Task<KeptTemplates?> LoadAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await context.MailTemplates.SingleOrDefaultAsync(cancellation) is not { } row
            || ring.TryOpen(Seal, row.SealedBy, row.Sealed, Bound) is not { } content)
            return null;
        FailureReason? silence = Enum.TryParse<FailureReason>(row.Silence, out var why) ? why : null;
        return new KeptTemplates(
            JsonSerializer.Deserialize<List<FoundTemplate>>(content), new DateTimeOffset(row.ReadAt, TimeSpan.Zero), silence);
    }

    /// <inheritdoc />
    public async Task<string?> ChosenAsync(ReplySlot slot, CancellationToken cancellation)
    {
        var reply = slot.Name;
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.TemplateChoices.Where(row => row.Reply == reply).Select(row => row.Subject)
            .SingleOrDefaultAsync(cancellation);
    }

    /// <summary>Every choice that was made.</summary>
    public async Task<IReadOnlyList<ChosenTemplate>> ChoicesAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return
        [
            .. from row in await context.TemplateChoices.ToListAsync(cancellation)
               let slot = ReplySlot.Named(row.Reply)
               where slot is not null
               select new ChosenTemplate(slot, row.Subject, row.ActorName, new DateTimeOffset(row.ChosenAt, TimeSpan.Zero)),
        ];
    }

    /// <summary>Keeps what was read now; null templates are a folder that is not there.</summary>
    public Task KeepAsync(IReadOnlyList<FoundTemplate>? templates, CancellationToken cancellation)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(templates);
        var row = new MailTemplatesRow
        {
            Sealed = SealedBox.Close(ring.Master.Derive(Seal), content, Bound),
            SealedBy = ring.Master.Id,
            ReadAt = time.GetUtcNow().UtcTicks,
        };
        return writer.WriteAsync(new Keeping(row), cancellation);
    }

    /// <summary>Notes that the mailbox gives no answer; what was read before stays.</summary>
    public Task NoteSilenceAsync(FailureReason why, CancellationToken cancellation) =>
        writer.WriteAsync(new Falling($"{why}"), cancellation);

    /// <summary>From now on the template of this subject is used for this reply; null uses none.</summary>
    public Task ChooseAsync(Actor actor, ReplySlot slot, string? subject, CancellationToken cancellation)
    {
        actor.Demand(Operation.ChooseTemplates);
        return writer.WriteAsync(
            new Choosing(slot.Name, subject is null ? null : new TemplateChoiceRow
            {
                Reply = slot.Name,
                Subject = SearchText.Storable(subject),
                ActorId = actor.Id,
                ActorName = actor.Name,
                ChosenAt = time.GetUtcNow().UtcTicks,
            }),
            cancellation);
    }

    private sealed class Keeping(MailTemplatesRow row) : IJournalWrite
    {
        public string Subject => "mail templates";

        public async Task StageAsync(JournalSession session, CancellationToken cancellation)
        {
            await session.Context.MailTemplates.ExecuteDeleteAsync(cancellation);
            session.Context.Add(row);
        }
    }

    private sealed class Falling(string why) : IJournalWrite
    {
        public string Subject => "mail templates";

        public Task StageAsync(JournalSession session, CancellationToken cancellation) => session.Context.MailTemplates
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Silence, why), cancellation);
    }

    private sealed class Choosing(string reply, TemplateChoiceRow? row) : IJournalWrite
    {
        public string Subject => $"template of {reply}";

        public async Task StageAsync(JournalSession session, CancellationToken cancellation)
        {
            await session.Context.TemplateChoices.Where(one => one.Reply == reply).ExecuteDeleteAsync(cancellation);
            if (row is not null)
                session.Context.Add(row);
        }
    }
}
