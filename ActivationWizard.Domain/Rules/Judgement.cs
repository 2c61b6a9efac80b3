using ActivationWizard.Domain.Facts;

namespace ActivationWizard.Domain.Rules;

/// <summary>The table and its guards over one case. Pure: it says what has to be asked, or what was decided.</summary>
public sealed class Judgement(DecisionTable table, IRuleSettings settings)
{
    /// <summary>The verdict on the case, or the fact that has to be asked first.</summary>
    public TableAnswer On(IJudgedCase activation) => On(activation, activation.Facts);

    /// <summary>The same, over other facts than the case has: what was read just before an effect.</summary>
    public TableAnswer On(IJudgedCase activation, CaseFacts facts)
    {
        var policy = activation.ArrangementMaySend switch
        {
            true => ArrangementPolicy.No,
            false => ArrangementPolicy.Yes,
            null => settings.ArrangementBlocksAdministrator,
        };
        var answer = table.Decide(TableFacts.Of(activation.Request.Requester, activation.CodeKind, policy, facts));
        return answer is TableAnswer.Decided { Verdict: { Ruling: Ruling.Send send } verdict }
            ? Guarded(verdict, send.Route, facts)
            : answer;
    }

    private static TableAnswer Guarded(Verdict verdict, Route route, CaseFacts facts)
    {
        if (facts.RecentCode.Status is FactStatus.NotAsked)
            return new TableAnswer.AskFirst(FactKind.RecentCode);
        if ((route.IsLetter || route.IsForAdministrator) && facts.Preference.Status is FactStatus.NotAsked)
            return new TableAnswer.AskFirst(FactKind.Preference);
        if (!route.IsLetter)
            return new TableAnswer.Decided(verdict);

        return new TableAnswer.Decided(facts.Preference switch
        {
            { Status: FactStatus.Unknown } => verdict with
            {
                Row = Row.D02,
                Ruling = new Ruling.Hold(HoldReason.SourceUnavailable),
                Missing = FactKind.Preference,
            },
            { Value.IsPaper: false } => verdict with { Ruling = new Ruling.Hold(HoldReason.PreferenceNotPaper) },
            _ => verdict,
        });
    }
}
