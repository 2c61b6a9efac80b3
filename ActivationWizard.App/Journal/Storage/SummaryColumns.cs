using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using Route = ActivationWizard.Domain.Rules.Route;

namespace ActivationWizard.App.Journal.Storage;

/// <summary>Between a case's summary and its row.</summary>
public static class SummaryColumns
{
    /// <summary>The columns of the summary; those of the chain's head are the caller's.</summary>
    public static SummaryRow Of(CaseSummary summary, CasePseudonyms pseudonyms)
    {
        var (name, address) = (SearchText.Storable(summary.Name), SearchText.Storable(summary.Address));
        return new SummaryRow
        {
            Case = CaseKey.Of(summary.Number),
            Version = summary.Version,
            State = summary.State.ToString(),
            Name = name,
            Address = address,
            SortName = SearchText.SortName(name),
            Requester = summary.Requester.ToString(),
            CodeKind = summary.CodeKind.ToString(),
            Channel = summary.Channel.ToString(),
            ReceivedAt = summary.ReceivedAt.UtcTicks,
            OpenedAt = summary.OpenedAt.UtcTicks,
            ChangedAt = summary.ChangedAt.UtcTicks,
            PartyId = summary.PartyId is { } party ? pseudonyms.OfTenant(party) : null,
            Household = summary.Household is { } household ? pseudonyms.OfTenant(household) : null,
            Scenario = summary.Scenario?.ToString(),
            Route = summary.Route?.ToString(),
            Row = summary.Row?.ToString(),
            Ground = summary.Ground?.ToString(),
            Hold = summary.Hold?.ToString(),
            HandlerId = summary.Handler?.Id,
            HandlerName = summary.Handler?.Name,
            HandlerRole = summary.Handler?.Role.ToString(),
            CompletedAt = summary.CompletedAt?.UtcTicks,
            CodeSentAt = summary.CodeSentAt?.UtcTicks,
            HasManualStep = summary.HasManualStep,
            HasDeviation = summary.HasDeviation,
            IsStuck = summary.IsStuck,
            Took = summary.CompletedAt is { } completed ? (completed - summary.OpenedAt).Ticks : null,
            Waited = summary.Waited?.Ticks,
            Handled = summary.Handled?.Ticks,
            StateSince = summary.StateSince.UtcTicks,
            AsideUntil = summary.AsideUntil?.UtcTicks,
            Signs = (int)MarksColumns.SignsOf(summary),
            Marks = MarksColumns.TextOf(summary.Marks),
        };
    }

    /// <summary>The summary of a row; null for a row that holds what this version does not know.</summary>
    public static CaseSummary? Read(SummaryRow row)
    {
        try
        {
            return new CaseSummary(
                CaseKey.NumberOf(row.Case),
                row.Version,
                Enum.Parse<ActivationState>(row.State),
                row.Name,
                row.Address,
                Enum.Parse<Requester>(row.Requester),
                Enum.Parse<CodeKind>(row.CodeKind),
                Enum.Parse<Channel>(row.Channel),
                Moment(row.ReceivedAt),
                Moment(row.OpenedAt),
                Moment(row.ChangedAt))
            {
                PartyId = row.PartyId,
                Household = row.Household,
                Scenario = Known<Scenario>(row.Scenario),
                Route = Known<Route>(row.Route),
                Row = Known<Row>(row.Row),
                Ground = Known<RefusalGround>(row.Ground),
                Hold = Known<HoldReason>(row.Hold),
                Handler = row is { HandlerId: { } id, HandlerName: { } name, HandlerRole: { } role }
                    ? new Actor(id, name, Enum.Parse<Role>(role))
                    : null,
                CompletedAt = row.CompletedAt is { } completed ? Moment(completed) : null,
                Waited = row.Waited is { } waited ? TimeSpan.FromTicks(waited) : null,
                Handled = row.Handled is { } handled ? TimeSpan.FromTicks(handled) : null,
                StateSince = Moment(row.StateSince ?? row.ChangedAt),
                CodeSentAt = row.CodeSentAt is { } sent ? Moment(sent) : null,
                HasManualStep = row.HasManualStep,
                HasDeviation = row.HasDeviation,
                IsStuck = row.IsStuck,
                WasSkipped = ((CaseSigns)row.Signs).HasFlag(CaseSigns.Skipped),
                AsideUntil = row.AsideUntil is { } until ? Moment(until) : null,
                AsksTeamLead = ((CaseSigns)row.Signs).HasFlag(CaseSigns.AsksTeamLead),
                WasReturned = ((CaseSigns)row.Signs).HasFlag(CaseSigns.Returned),
                Marks = MarksColumns.Read(row.Marks, (CaseSigns)row.Signs),
            };
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException)
        {
            return null;
        }
    }

    private static T? Known<T>(string? text)
        where T : struct, Enum => text is null ? null : Enum.Parse<T>(text);

    private static DateTimeOffset Moment(long ticks) => new(ticks, TimeSpan.Zero);
}
