using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Http;

namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>
/// A list of VERA's reference data: those that the rules read, copied from Referentiedata.csv of VERA 4.3 (CC0,
/// https://github.com/Aedes-datastandaarden/vera-referentiedata). A code means something only together with its list.
/// </summary>
public sealed class VeraList
{
    public static readonly VeraList PartyKind = new("RELATIESOORT", "GRO NAT REC");

    public static readonly VeraList RoleKind = new(
        "RELATIEROLSOORT",
        "AAN AFW AMA AMB ASS BED BEH BES BET BEW BSL BUD BWI COL CON COO CPE CUR DEU EIG ERF FIA GAR GEB GEL HME HOO "
        + "HUI HUU INS KIN KLA KOP LEV MBW MDH MDW MED MEL NOT OPD OPN OPZ OWI PEN PRO SEC TEA VER VMA VOL VOO VVE VVL "
        + "WON WOO ZEK");

    public static readonly VeraList PartyAddressKind = new("RELATIEADRESSOORT", "BEZ FAC LEV POS WOO");

    public static readonly VeraList ContactKind = new("CONTACTGEGEVENSOORT", "EMA FAX MOB PAG POS SOC TEL");

    public static readonly VeraList ContactDetail = new("CONTACTGEGEVENDETAILSOORT", "ICE PRI ZAK");

    public static readonly VeraList ContactStatus = new("CONTACTGEGEVENSTATUS", "AAN GEV ONG");

    public static readonly VeraList UnitKind = new("EENHEIDSOORT", "BED INT MOG OVE PAR REC WOO");

    public static readonly VeraList AgreementKind = new("OVEREENKOMSTSOORT", "ARB BET HUU INH INS KOO LEA MON OND SER");

    public static readonly VeraList AgreementStatus = new("OVEREENKOMSTSTATUS", "BEE GEA GOE LOP ONT OPG VER VOO VOP");

    public static readonly VeraList FlagKind = new("SIGNALERINGSOORT", "AGR ONB ONE OVE SCH WAN");

    public static readonly VeraList FlagDetail = new(
        "SIGNALERINGDETAILSOORT",
        "AGS AMB BEL BET BEW BEZ BRA CUR DEU DRU FYS GEL HEN INT MUT ONA OND PRO RAC SCH SEU VEB VER");

    public static readonly VeraList FlagStatus = new("SIGNALERINGSTATUS", "ACT PAS VER");

    public static readonly VeraList ArrangementStatus = new("BETALINGSREGELINGSTATUS", "AAN ACT ANN BEE BEV VER");

    private readonly HashSet<string> _codes;

    private VeraList(string name, string codes)
    {
        Name = name;
        _codes = [.. codes.Split(' ')];
    }

    /// <summary>Every list there is here.</summary>
    public static IReadOnlyList<VeraList> All { get; } =
    [
        PartyKind, RoleKind, PartyAddressKind, ContactKind, ContactDetail, ContactStatus, UnitKind,
        AgreementKind, AgreementStatus, FlagKind, FlagDetail, FlagStatus, ArrangementStatus,
    ];

    /// <summary>Its name in the standard.</summary>
    public string Name { get; }

    /// <summary>Its codes, those that ended included: old messages still carry them.</summary>
    public IReadOnlySet<string> Codes => _codes;

    /// <summary>The code as this list knows it. A code that is absent or cannot be read is not in any list.</summary>
    internal Coded Read(Field<VeraCode> code) =>
        code.Value?.Code is { } text ? new Coded(text, _codes.Contains(text)) : new Coded("", Listed: false);

    /// <summary>The same for a field that may be absent.</summary>
    internal Coded? ReadOptional(Field<VeraCode> code) =>
        code is { IsUnreadable: false, Value: null or { Code: null } } ? null : Read(code);
}
