using System.Collections.Frozen;

namespace ActivationWizard.Domain.Values;

/// <summary>
/// The base of letters that Unicode does not take apart: each item is a small letter and what stands for it. The letters and
/// digits of AnyAscii 0.3.3 (ISC licence), which a test holds these tables to.
/// </summary>
internal static class LetterBases
{
    /// <summary>Latin letters: one of these and its base are the same letter in a name.</summary>
    public static readonly FrozenDictionary<char, string> Latin = Read("""
        ßss æae ðd øo þth đd ħh ıi ĸq łl ŋng œoe ŧt ƀb ƃb ƈc ƌd ƍz ƒf ƕhw ƙk ƚl ƛl ƞn ƣgh ƥp ƪsh ƫt ƭt ƴy ƶz ƺzh ƻdz
        ƾts ƿw ǀc ǁx ǂqc ǃq ǝe ǥg ȝy ȡd ȣou ȥz ȴl ȵn ȶt ȷj ȸdb ȹqp ȼc ȿs ɀz ɇe ɉj ɋq ɍr ɏy ɐa ɑa ɒa ɓb ɔo ɕc ɖd ɗd ɘe
        əe ɚer ɛe ɜe ɝer ɞo ɟj ɠg ɡg ɢg ɣg ɤu ɥy ɦh ɧh ɨi ɩi ɪi ɫl ɬl ɭl ɮlzh ɯw ɰw ɱm ɲn ɳn ɴn ɵo ɶoe ɷu ɸf ɹr ɺr ɻr
        ɼr ɽr ɾr ɿi ʀr ʁr ʂs ʃsh ʄj ʅi ʆsh ʇt ʈt ʉu ʊu ʋv ʌa ʍw ʎy ʏy ʐz ʑz ʒzh ʓzh ʖx ʗq ʘpc ʙb ʚoe ʛg ʜh ʝj ʞk ʟl
        ʠq ʣdz ʤdzh ʥdz ʦts ʧtsh ʨtc ʩfng ʪls ʫlz ʬww ʮy ʯy ᴀa ᴁae ᴂae ᴃb ᴄc ᴅd ᴆd ᴇe ᴈe ᴉi ᴊj ᴋk ᴌl ᴍm ᴎn ᴏo ᴐo ᴑo
        ᴒo ᴓo ᴔoe ᴕou ᴖo ᴗo ᴘp ᴙr ᴚr ᴛt ᴜu ᴝu ᴞu ᴟw ᴠv ᴡw ᴢz ᴣzh ᴦg ᴧl ᴨp ᴩr ᴪps ᴫl ᵫue ᵬb ᵭd ᵮf ᵯm ᵰn ᵱp ᵲr ᵳr ᵴs ᵵt
        ᵶz ᵷg ᵹg ᵺth ᵻi ᵼi ᵽp ᵾu ᵿu ᶀb ᶁd ᶂf ᶃg ᶄk ᶅl ᶆm ᶇn ᶈp ᶉr ᶊs ᶋsh ᶌv ᶍx ᶎz ᶏa ᶐa ᶑd ᶒe ᶓe ᶔe ᶕe ᶖi ᶗo ᶘsh ᶙu
        ᶚzh ẜs ẝs ẟd ỻll ỽv ỿy ⱡl ⱥa ⱦt ⱨh ⱪk ⱬz ⱱv ⱳw ⱴv ⱶh ⱷo ⱸe ⱹr ⱺo ⱻe ꜧh ꜩtz ꜰf ꜱs ꜳaa ꜵao ꜷau ꜹav ꜻav ꜽay ꜿc
        ꝁk ꝃk ꝅk ꝇl ꝉl ꝋo ꝍo ꝏoo ꝑp ꝓp ꝕp ꝗq ꝙq ꝛr ꝝr ꝟv ꝡvy ꝣz ꝥth ꝧth ꝩv ꝭs ꝱd ꝲl ꝳm ꝴn ꝵr ꝶr ꝷt ꝸs ꝺd ꝼf ꝿng ꞁll
        ꞃr ꞅs ꞇt ꞎl ꞑn ꞓc ꞔc ꞕh ꞗb ꞙf ꞛae ꞝoe ꞟue ꞡg ꞣk ꞥn ꞧr ꞩs ꞯq ꞵb ꞷo ꞹu ꞻa ꞽi ꞿu ꟁo ꟃw ꟈd ꟊs Ɤu Ꟍs ꟍs ꟑg ꟓthth
        ꟕww ꟗs ꟙs Ꟛl ꟛl Ƛl ꟶh ꟷi ꟺw ꟻf ꟼp ꟽm ꟾi ꟿm ꬰa ꬱae ꬲe ꬳe ꬴe ꬵf ꬶg ꬷl ꬸl ꬹl ꬺm ꬻn ꬼng ꬽo ꬾo ꬿo ꭀoe ꭁoe ꭂoe ꭃoo
        ꭄoo ꭅr ꭆr ꭇr ꭈrr ꭉr ꭊrr ꭋr ꭌr ꭍsh ꭎu ꭏu ꭐui ꭑui ꭒu ꭓx ꭔx ꭕx ꭖx ꭗx ꭘx ꭙx ꭚy ꭠia ꭡie ꭢoe ꭣuo ꭤa ꭥo ꭦdz ꭧts ꭨr
        """);

    /// <summary>Greek and Cyrillic letters in Latin ones: how a name sounds, which is no proof that it is the same.</summary>
    public static readonly FrozenDictionary<char, string> OtherScripts = Read("""
        ͱh ͳs ͷw ͻs ͼs ͽs αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs τt υy φf χch ψps ωo ϙq ϛst ϝw ϟq ϡs
        ϣsh ϥf ϧx ϩh ϫj ϭc ϯti ϳj ϸsh ϻs ϼr аa бb вv гg дd еe жzh зz иi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch
        шsh щshch ыy эe юyu яya ђdj єie ѕdz іi јj љlj њnj ћc џdzh ѡo ѣe ѥie ѧe ѩie ѫo ѭio ѯks ѱps ѳf ѵy ѹu ѻo ѽo ѿot
        ҁq ҋjh ҏrh ґg ғgh ҕgh җj ҙz қq ҝg ҟq ҡq ңng ҥng ҧph ҩw ҫs ҭth үu ұu ҳh ҵts ҷj ҹc һh ҽch ҿch ӄq ӆlh ӈng ӊnh
        ӌdzh ӎmh ӏh ӕae әa ӡdz өo ӷgh ӻxh ӽx ӿh ԁd ԃdj ԅzj ԇdz ԉlj ԋnj ԍsj ԏtj ԑa ԓl ԕlkh ԗrkh ԙa ԛq ԝw ԟq ԡl ԣn ԥph
        ԩny ԫdzh ԭdch ԯl
        """);

    private static FrozenDictionary<char, string> Read(string table) => table
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .ToFrozenDictionary(item => item[0], item => item[1..]);
}
