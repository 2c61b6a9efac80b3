namespace ActivationWizard.Domain.Facts;

/// <summary>Words that stand in a name and are not part of it, or belong to somebody else's; folded.</summary>
internal static class NameWords
{
    /// <summary>How people are addressed: what may stand before a name and says nothing about whose it is.</summary>
    public static bool IsTitle(string word) => IsAmong(
        word,
        " mevr mw mevrouw mej mejuffrouw juffrouw dhr hr heer meneer mijnheer mr mrs ms mx miss "
        + "drs dr ir ing prof ds bc bsc msc llm phd "
        + "jhr jkvr baron barones pastor sir madame monsieur mme herr frau ");

    /// <summary>Tussenvoegsels, and what of them stands alone.</summary>
    public static bool IsPrefix(string word) => IsAmong(
        word,
        " van von vom vd vdn vander vanden de den der d t het ter ten te tot in op aan over onder bij uit voor "
        + "le la les du des dos da das di do del della el al ul v s ");

    /// <summary>Somebody else, or an organisation, is named: whose name follows is not who asks.</summary>
    public static bool IsSomebodyElse(string word) => IsAmong(
        word,
        " dochter dochters zoon zoons kind kinderen moeder vader ouder ouders partner echtgenoot echtgenote vrouw man "
        + "weduwe weduwnaar wed erven erfgenamen nabestaanden broer zus zuster buurman buurvrouw vriend vriendin "
        + "mantelzorger begeleider contactpersoon gemachtigde vertegenwoordiger "
        + "bewindvoerder bewindvoering curator mentor namens betreft inzake tav pa co obv tnv "
        + "fam familie gezin echtpaar huishouden bewoner bewoners huurder "
        + "stichting vereniging bv nv vof cv gemeente kantoor advocaten leger ");

    /// <summary>Between the names of two people.</summary>
    public static bool IsAnd(string word) => IsAmong(word, " en ende and und et ofwel of ");

    /// <summary>Parts of a legal entity's name that are left out as often as not.</summary>
    public static bool IsLegalForm(string word) =>
        IsAmong(word, " bv nv vof cv stichting st stg vereniging ver maatschap cooperatie holding ");

    // A folded word has no space in it.
    private static bool IsAmong(string word, string words) => words.Contains($" {word} ", StringComparison.Ordinal);
}
