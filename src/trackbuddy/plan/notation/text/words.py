"""Every word the reader understands, with its class: what coaches write, and the one spelling that the grammar knows.

A line is `word: spellings`, and behind a bar those of another language, led by its code. To add a word, add it to a
line; a test holds that no spelling stands for two words. Words joined by `_` mean something together only.
"""

from __future__ import annotations

from enum import Enum
from typing import Final


class Class(Enum):
    """What a word does in a session. Only words of no class may become remarks."""

    UNIT = "a unit of length"
    COUNT = "how often, and what is counted"
    LABEL = "what kind of rep"
    RECOVERY = "rest, and how it is spent"
    SCOPE = "between what a recovery stands, and starts by the clock"
    TARGET = "how fast, in numbers or by a race"
    EFFORT = "how hard, in words; shown as written"
    LINK = "ties what follows to what stands before"
    DANGER = "a choice, a condition, a change, a result, another sport: understood where it stands, or refused"
    FILLER = "changes nothing where it stands"
    HEADING = "names the session"
    PLACE = "where it is run"
    ASIDE = "done besides running, and not timed"
    OTHERWISE = "says together what other words of the grammar say together"


LINES: Final[dict[Class, str]] = {
    Class.UNIT: """
        m
        s
        metres: m's metre meters meter mtr mtrs mts mt | de metern | fr mètre mètres | es metro metros | it metri
        km: kms km's k k's ks kilometre kilometres kilometer kilometers | fr kilomètre kilomètres | es kilómetro
        km: | es kilómetros | it chilometro chilometri
        mile: miles mi mis | de meile meilen
        lap: laps full_lap full_laps | de runde runden bahnrunde bahnrunden stadionrunde stadionrunden | fr tour tours
        lap: | es vuelta vueltas | it giro giri | nl ronde rondes rondje rondjes
        half-lap: | de halbe_runde halben_runde halbe_stadionrunde | fr demi_tour | es media_vuelta | it mezzo_giro
        half-lap: | nl halve_ronde halve_baan
        quarter: quarters
        thousand: thousands
        yard: yards yd yds
        sec: secs second seconds | de sek sekunde sekunden | fr seconde secondes | es segundo segundos seg | it secondo
        sec: | it secondi | nl seconden | sv sekunder
        min: mins minute minutes minute's mn mns | de minuten | es minuto minutos | it minuti | nl minuut | sv minuter
        hour: hours hr hrs h | de stunde stunden | fr heure heures | es hora horas | it ora ore | nl uur
        distance: distances dist dists
        duration: | de dauer zeit | fr durée temps | it durata | es duración tiempo
    """,
    Class.COUNT: """
        x: | de mal | fr fois | es veces | it volte volte_i volte_le volte_gli | nl keer maal
        times: time
        by
        sets: rds
        sets: first_and_second_set first_and_second_sets set round rounds circuit circuits | fr série séries bloc blocs
        sets: | es serie series tandas bloque bloques | de serien sätze satz | it blocchi | nl reeksen blok blokken
        reps: rung rungs rep repeat repeats repetition repetitions interval intervals efforts runs reps. relances
        reps: | fr fraction fractions répété répétés répétition répétitions répéter répétez | es repetido intervalos
        reps: | es repeticiones repetición repetir repite intervalo | de intervalle intervallen wiederholt läufen
        reps: | de wiederholung wiederholungen wdh wiederholen | nl herhaald herhalingen herhaling herhalen
        reps: | it ripetuto ripetuti ripetute ripetuta ripetizioni ripetere prove prova
        lots: lot batch batches
        do-this: do_this do_that do_it do_them go_through_that run_this run_that run_it complete_this perform_this
        do-this: go_through_this go_through_it run_through_that run_through_this run_through_it go_round go_round_that
        do-this: go_round_it run_all_of_this do_all_of_this complete_all_of_this complete_the_block_below do_the_lot
        do-this: run_the_block_below do_the_block_below do_the_whole_thing run_the_whole_thing run_the_lot
        again: as_before same_as_before the_same_as_before as_above
        all-again: go_through_the_whole_thing_again go_through_the_whole_thing_a_second_time do_it_a_second_time
        all-again: do_it_all_a_second_time run_it_all_a_second_time do_the_whole_thing_a_second_time
        all-again: once_more one_more_time once_again same_again the_same_again do_it_again do_that_again
        all-again: do_the_same_again do_it_all_again do_that_all_again do_all_that_again do_all_of_it_again
        all-again: run_it_all_again do_the_lot_again go_through_it_again
        all-again: do_the_whole_thing_again all_of_that_again all_of_it_again the_whole_lot_again the_whole_thing_again
        the-following: do_the_following complete_the_following repeat_the_following perform_the_following
        the-following: of_the_following of_this of_these of_this_ladder of_this_pyramid
        block: part section
        blocks
        ladder: one_ladder ladders the_ladder a_ladder this_ladder ladder_style ladder_session
        pyramid: one_pyramid pyramid_session
        pyramid: pyramids the_pyramid a_pyramid this_pyramid pyramid_style in_a_pyramid | fr pyramide | it piramide
        pyramid: | es pirámide
        divided: run_as run_it_as run_them_as run_these_as run_those_as do_it_as do_them_as do_these_as take_it_as
        divided: take_them_as taken_as split_up_as split_as
        divided: broken divide done_as grouped batched split_it split_them split_these break_it break_them break_these
        i-want: i_want we_want we_do we_will_do we_ran we_did
        break
    """,
    Class.LABEL: """
        warm-up: easy_warmup easy_warm_up wu w/u warmup warm_up warming_up warm_up_run warm_up_jog to_warm_up
        warm-up: to_get_warm to_warm_up_with w_up to_loosen_up to_loosen to_get_loose loosen_up loosening_up
        warm-up: to_limber_up
        warm-up: after_warming_up once_warmed_up once_warm when_warm w/up wup | de einlaufen warmlaufen warm_laufen
        warm-up: | de aufwärmen einlauf | fr échauffement echauffement échauf echauf échauff mise_en_route
        warm-up: | fr mise_en_train | es calentamiento calentar | it riscaldamento | nl inlopen warmlopen opwarming
        warm-up: | fr pour_s'échauffer s'échauffer pour_échauffer pour_se_chauffer
        warm-up: | it per_riscaldarsi per_scaldarsi riscaldarsi scaldarsi per_riscaldamento
        warm-up: | es para_calentar para_entrar_en_calor
        warm-up: | de zum_aufwärmen zum_einlaufen zum_warmlaufen zum_warmwerden
        warm-up: | nl om_op_te_warmen om_in_te_lopen om_warm_te_lopen
        warm-up: | nl opwarmen
        cool-down: easy_cooldown easy_cool_down jog_it_in jog_it_in_from_there jog_it_home wd cd c/d cooldown warmdown
        cool-down: cool_down cooling_down warm_down cool_down_run cool_down_jog home_easy easy_home jog_home
        cool-down: jog_back_home easy_jog_home run_home easy_run_home trot_home don't_forget_to_cool_down
        cool-down: don't_forget_to_warm_down remember_to_warm_down
        cool-down: home_at_easy_pace home_at_an_easy_pace home_at_usual_easy_pace home_at_your_easy_pace
        cool-down: home_at_easy_effort to_unwind to_wind_down to_ease_down to_shake_it_out to_flush_the_legs
        cool-down: | de austraben
        cool-down: remember_to_cool_down cdown wdown w/d w/down c/down to_cool_down | fr rac rentrer_en_footing
        cool-down: | fr rentrer_en_trottinant retour_maison footing_de_fin footing_final trot_final récup_finale
        cool-down: | fr retour_au_calme | de auslaufen auslauf | es enfriamiento vuelta_a_la_calma enfriar
        cool-down: | fr pour_revenir_au_calme revenir_au_calme
        cool-down: | it per_defaticare defaticare
        cool-down: | es para_enfriar para_volver_a_la_calma volver_a_la_calma para_soltar
        cool-down: | de zum_auslaufen zum_austraben zum_abwärmen
        cool-down: | nl om_uit_te_lopen
        cool-down: | it defaticamento scarico | nl uitlopen
        stride: strides striders strider striding accelerations acceleration accels pickups pick_up pick_ups
        stride: stride_outs a_few_strides few_strides some_strides several_strides a_couple_of_strides
        stride: a_handful_of_strides a_couple_strides a_few_accelerations some_accelerations build_ups build_up
        stride: buildups buildup accel | it qualche_allungo alcuni_allunghi allungo allunghi
        stride: | fr quelques_accélérations quelques_lignes_droites accélérations accélération ligne_droite
        stride: | fr lignes_droites | de einige_steigerungen ein_paar_steigerungen steigerungen steigerung
        stride: | de steigerungsläufe | es progresivos rectas | nl versnelling versnellingen
        hill: steady_climb long_climb short_climb
        hill: climbs hills uphill uphills up_hill | fr montée montées côte côtes bosse bosses | de bergan bergauf berg
        hill: | it salita salite | es cuesta cuestas | nl heuvel heuvels bergop
        jog_run: easy_jog_run | de dauerlauf | es rodaje carrera_continua | it corsa_continua | nl duurloop
        free_run
        run: | de lauf laufen läufe tempoläufe | fr course courir courus | it corsa correre | es correr corriendo
        run: | es carrera | nl lopen
        running
        work: | fr travail | es trabajo | it lavoro | nl arbeid
    """,
    Class.RECOVERY: """
        recovery: recoveries rec recs recov recovs recover recovering recoverys active_recovery recovery_reps
        recovery: to_recover recovery_periods recovery_period recovery_was recoveries_were recovery_time pause pauses
        recovery: to_recharge to_regroup to_reset to_refresh to_settle down_time downtime gaps_of
        recovery: to_get_your_breath_back to_get_your_breath to_catch_your_breath to_breathe to_get_breath_back
        recovery: breaks recup recups breather breathers sr | de rekup erholung pausen erholungspause | fr on_récupère
        recovery: | fr récup récups récupération recuperation récupérer on_récupère récupérations récupérant récupérez
        recovery: | it si_recupera si_recuperano recuperando recuperate | es se_recupera se_descansa
        recovery: | es recuperación recuperacion recuperando descanso descansos descansando descansado descansa
        recovery: | es descansar recuperaciones recupera recuperar | it recupero recuperi recuperare | nl herstel
        recovery: | nl herstelpauze
        falling: dropping going_down falling decreasing shortening shrinking diminishing reducing
        turnaround: turnarounds turn_around
        set-rest: | fr avant_la_suite | de sp satzpause satzpausen serienpause serienpausen | nl seriepauze
        set-rest: | it macropausa | es macropausa
        rest: to_rest rested
        rest: rests resting ri standing static pausing standing_rest rest_reps rest_period rest_was stand stands stood
        rest: wait waits waiting r/i rest_int rest_ints rest_interval rest_intervals
        rest: stood_still stand_still standing_still stand_about standing_about standing_around sit_down sitting_down
        rest: sat_down lie_down lying_down rest_periods | sv vila gåvila | de stehpause ruhe | it da_fermo fermo riposo
        rest: | es parado parada parados pausa pausas | nl pauze rust | fr repos
        no-words: for_distance for_time resp respectively when_you're_done when_done when_finished as_usual as_always
        no-words: please pls somewhere we_took in_order in_that_order in_this_order when_we_took where_we_took
        no-words: when_we_had where_we_had when_you_take where_you_take | it da_correre | fr à_courir à_parcourir
        no-words: | es para_correr
        jog: we_jogged
        jog: jogs jogging jogged jg shuffle shuffles shuffling shuffled trots trotting trotted jr by_jogging jog_reps
        jog: jog_a_bit jog_a_little jog_it | de traben trabpause trabpausen trab trott tp getrabt trabunterbrechung
        jog: | de trabstrecke laufpause | fr on_trottine on_trotte footing trot trotté trottée trottinant trottiné
        jog: | fr trottinée trottiner course_lente | es rueda rodar rodando trote trotando trotar | it corsetta
        jog: | it corsa_lenta corsa_blanda corsa_leggera souplesse trotto in_scioltezza | nl dribbel dribbelen
        jog: | nl dribbelpauze draven joggen | sv jogg joggvila
        walk: walks walking walked walk_it stroll strolls strolling strolled amble ambling ambled by_walking | de gehen
        walk: | de gehpause gehpausen gehend | fr marche marchant marché marchée marcher | es caminando andando caminar
        walk: | es andar | it al_passo di_passo camminata camminando | nl wandel wandelen wandelpauze
        float: floats floating roll_on roll-on rolls_on rolling_on
        easy: ez easily gentle gently easy_pace | de locker lockeres lockerer lockere lockerem lockeren langsam
        easy: | de langsames leicht leichtes ruhig ruhiges | nl rustig | fr souple lent lente lentement tranquille
        easy: | fr facile douce lentes | it lenti lente piano blanda tranquillo tranquilla | es cómodo cómoda cómodos
        easy: | es suave suaves lento lenta fácil tranquilo tranquila
        full: until_recovered until_fully_recovered until_ready till_recovered till_fully_recovered till_ready
        full: fully_recover fully_recovered be_fully_recovered be_fully_rested fully_rested until_fresh till_fresh
        full: until_you_are_recovered until_you're_recovered until_completely_recovered till_completely_recovered
        full: completely_rested fully_rested well_rested completely_recovered catch_your_breath get_your_breath_back
        full: get_your_breath_back_completely get_your_breath_back_fully have_your_breath_back until_fresh till_fresh
        full: complete_recovery complete_rest until_you_feel_ready until_you_are_ready until_you're_ready
        full: rest_fully recover_fully
        full: till_you_feel_ready till_you_are_ready | de volle vollständige | fr complète | es completa | it completo
        full: | nl volledige
        open: as_needed as_long_as_needed as_long_as_you_need as_much_as_needed as_much_as_you_need as_long_as_you_like
        open: as_long_as_you_want as_much_as_you_like as_much_as_you_want what_you_need as_much_rest_as_you_need
        open: as_much_rest_as_you_like go_when_ready go_again_when_ready water_stop water_break drinks_break
        open: drink_break drinks_stop
        off
        r
        walk_back: walk_bk
        walk_back: w/b stroll_back amble_back walkback walk_back_down | fr retour_marche retour_en_marche retour_au_pas
        walk_back: | fr retour_marché retour_en_marchant | es vuelta_andando | nl wandelend_terug wandel_terug
        walk_back: | de zurückgehen zurück_gehen
        jog_back: jog_bk shuffle_back trot_back jogback | fr retour_trot retour_au_trot retour_footing retour_en_footing
        jog_back: | fr retour_en_trot retour_trottinant retour_trotté retour_en_trottinant | de zurücktraben
        jog_back: | de zurück_traben rückweg_trabpause rückweg_traben rückweg_trab | nl dribbelend_terug joggend_terug
        jog_back: | nl jog_terug dribbel_terug
        jog_down: jog_back_down_the_hill jog_back_down_the_slope jog_down_the_hill jog_down_the_slope jog_bk_down jd
        jog_down: jog_back_down_to_the_start jog_down_to_the_start jog_back_down_to_where_you_started
        jog_down: by_jogging_down by_jogging_back_down jogging_down jogging_back_down
        jog_down: coming_down coming_back_down back_down easy_down easy_jog_down jog_back_down jog_downhill
        jog_down: down_again back_down_again straight_back_down jog_down_again jog_back_down_again easy_back_down
        jog_down: jog_down_hill jog_back_down_hill jog_it_back_down | es bajar_trotando bajando_trotando
        jog_down: | es bajada_trotando | de bergab_locker bergab_traben | fr on_redescend_en_trottinant
        jog_down: | fr on_redescend_en_footing redescendre_en_trottinant on_descend_en_trottinant
        jog_down: | fr redescente_en_trottinant redescente_trottée redescente_en_trot descente_trottée
        jog_down: | fr retour_descente_trottée descente_en_trottinant en_trottinant_dans_la_descente trot_en_descente
        jog_down: | fr trot_dans_la_descente footing_dans_la_descente footing_en_descente en_trottinant_en_descente
        jog_down: | fr dans_la_descente_en_trottinant
        walk_down: walk_back_down_the_hill walk_down_the_hill walk_bk_down
        walk_down: walk_downhill walk_down_again walk_back_down_again walk_straight_back_down
        walk_down: | fr on_redescend_en_marchant redescente_en_marchant redescente_marchée
        walk_down: | fr redescente_au_pas descente_en_marchant descente_marchée on_descend_en_marchant
        walk_down: | fr marche_dans_la_descente en_marchant_dans_la_descente marche_en_descente
        walk_down: | fr redescendre_en_marchant | de bergab_gehen runtergehen runter_gehen
        none
        no-rest: no_rest no_recovery without_rest without_recovery w/o_rest w/o_recovery no_break no_breaks
        no-rest: without_break without_a_break without_breaks w/o_break w/o_a_break without_stopping w/o_stopping
        no-rest: no_stopping nonstop non_stop back_to_back
        straight-into: straight_into directly_into leading_into leading_directly_into leading_straight_into
        straight-into: running_straight_into going_straight_into go_straight_into immediately_into moving_straight_into
        keep-last: keep_last_recovery
        strictly: strictly_timed
        to_start: to_the_start back_to_the_start back_to_start round_to_the_line round_to_the_start back_to_the_line
    """,
    Class.SCOPE: """
        between: btw btwn b/n b/w b/t somewhere_between anywhere_between anything_between before_the_next
        between: before_the_following before_your_following before_beginning_the_following before_your_next
        between: before_starting_the_next before_you_start_the_next until_the_next
        between: before_beginning_the_next before_you_begin_the_next before_going_into_the_next
        between: before_moving_on_to_the_next before_moving_to_the_next before_you_move_on_to_the_next till_the_next
        between: before_the_start_of_the_next until_you_start_the_next separating separates | de zwischen | fr entre
        between: | fr entre_les | it tra fra | nl tussen
        amid: inbetween in_between | de dazwischen dazw | nl tussendoor ertussen | fr entre_deux
        amid: | it tra_l'uno_e_l'altro tra_una_e_l'altra fra_l'uno_e_l'altro
        the-other: | it altra altro | es otra otro | fr autre
        after: when_you_finish when_you_have_finished when_you've_finished once_you_finish once_you've_finished
        after: once_you_have_finished on_finishing on_completing when_you_complete after_finishing after_completing
        after: at_the_end_of | de nach | fr après | it dopo | es tras | nl na
        finished: is_done is_finished is_over is_complete is_completed
        sets-too: set_break_included set_breaks_included sets_included including_set_breaks including_the_set_break
        sets-too: no_set_breaks no_set_break no_extra_set_breaks no_breaks_between_sets no_extra_rest_between_sets
        sets-too: straight_through all_in_one_go in_one_go
        sets-too: including_between_sets between_sets_too between_sets_as_well and_between_sets_too also_between_sets
        within: inside in_there somewhere_in_there in_there_somewhere thrown_in along_the_way en_route in_that_run
        within: in_the_run during_the_run mixed_in dropped_in
        halfway: the_middle in_the_middle at_the_half at_halfway at_half_way at_the_halfway_point at_half_time
        halfway: halfway_through half_way_through | de zur_hälfte in_der_mitte | fr à_mi_parcours à_la_moitié au_milieu
        throughout: over_and_over on_repeat again_and_again
        each-time: each_time every_time | fr à_chaque_fois | es cada_vez
        everything
        each: every_one_of_them each_one_of_them each_of_them
        each: a_piece a_pop
        each: every each_one apiece | it ognuno ognuna ogni ciascuno ciascuna | de jede jeder jedem jeden
        each: | fr chaque chacun chacune chaque_fois | es cada cada_una cada_uno | nl elke iedere
        equal: equivalent same_amount same_amount_of_time same_length same_duration | fr égale égal | it uguale pari
        equal: | es igual | nl gelijk
        half-time: | de halbe_belastungszeit halber_belastungszeit halbe_laufzeit halbe_zeit
        equal-time: same_length_of_time same_length_of_time_as same_amount_of_time_as equal_in_time equal_in_time_to
        equal-time: equal_in_duration equal_in_duration_to equal_to_the_running_time equal_to_running_time
        equal-time: equal_to_your_running_time equal_to_the_run_time equal_to_the_work_time same_as_the_running_time
        equal-time: same_duration_as same_time equal_time time_equal same_time_as | de gleich_lang gleich_lange
        equal-time: | de gleiche_zeit | fr même_temps même_durée | es mismo_tiempo | it stesso_tempo | nl zelfde_tijd
        as-long: as_long_as for_as_long_as just_as_long_as for_just_as_long_as
        same-as: same_as same_for
        worked: what_you_ran what_you've_run what_you_just_ran what_you've_just_run what_you_have_just_run
        worked: what_you've_just_done what_you_just_did you_run you_ran you_just_run you_just_ran you_have_run
        worked: you've_just_run you_did you_just_did each_took it_took you_took reps_took the_hard_bit_took
        worked: hard_bit_took hard_bit hard_part the_hard_running
        equal-distance: same_distance_as as_far_as_you_ran as_far_as_you_have_run as_far_as_the_reps same_distance
        equal-distance: equal_distance | de gleiche_strecke gleiche_distanz | fr même_distance | es misma_distancia
        equal-distance: | it stessa_distanza | nl zelfde_afstand
        starting-every: starts_each leaves_each begins_each goes_each starting_each leaving_each leave_each leaving_on
        starting-every: going_each start_each go_each off_each
        starting-every: going_off_each setting_off_each set_off_each sent_off_each begin_each beginning_each begun_each
        starting-every: started_each commencing_each commence_each commences_each depart_each departs_each go_off_each
        starting-every: goes_off_each go_again_each goes_again_each setting_off_again_each set_off_again_each
        starting-every: send_off_each_reps_each send_each_off_each send_them_off_each send_each_reps_off_each
        starting-every: sets_off_each starts_again_each
        starting-every: departing_each leave_on going_on setting_off_on on_a_base_of off_a_base_of leaving_on_a_base_of
        starting-every: start_on starting_on go_on | de start_alle abgang_alle | it partenza_ogni | fr toutes_les
        starting-every: | fr départ_toutes_les | es salida_cada saliendo_cada | nl om_de start_elke vertrek_elke
        send-off: send_off sendoff | fr départ
        cycle: cycles rolling_clock running_clock start_to_start from_start_to_start between_starts between_the_starts
        gos: go
        cw
    """,
    Class.TARGET: """
        pace: paces tempo-pace speed | it passo ritmo | de schnitt | fr allure allures | es ritmo
        at_pace: at_pace_for at_pace_for_your at_pace_for_a at_the_pace_of at_the_pace_of_your at_the_pace_of_a
        at_pace: at_the_pace_for at_the_pace_for_your at_the_pace_for_a at_pace_of_your at_pace_of_a at_your_pace_for
        at_pace: at_pace_of | it al_ritmo_di | es a_ritmo_de al_ritmo_de | fr à_allure
        race: races
        race_pace: | de renntempo wettkampftempo | fr allure_spécifique | it ritmo_gara | es ritmo_de_competición
        race_pace: | es ritmo_competición | nl wedstrijdtempo
        goal: goal_race race_goal target_race target_pace target_race_pace
        target: targets
        half: hm halfmarathon half_marathon | de halbmarathon | fr semi semi_marathon | it mezza | es media_maratón
        marathon: | es maratón | it maratona
        mp: | de marathontempo | es ritmo_maratón | it ritmo_maratona
        hmp: | de halbmarathontempo | it ritmo_mezza
        kpace: km_feel
        kp rp gp mrp gmp mgp tpace
        rhythm
        cadence
        tap
        split: splits
        faster: quicker quicken quickening must_beat | de schneller
        slower
        better
        above
        onset: starting_at starting_from starting_around starting_near start_at start_around begin_at beginning_at
        onset: somewhere_from anywhere_from down_from getting_down_from coming_down_from going_down_from dropping_from
        onset: open_at starting_out_from begin_around opening_at opening_around building_from going_from moving_from
        onset: progressing_from progress_from build_from starting_out_at
        onward: progressing_to building_to building_up_to winding_up_to working_up_to working_to moving_to moving_up_to
        onward: finishing_at finish_at finishing_near finish_near ending_at end_at going_up_to going_down_to
        onward: progress_to build_up_to getting_to getting_down_to working_down_to getting_faster_to
        out-of: out_of
        per-mile: per_mile
        per-km: | it al_km al_chilometro | es por_km | fr au_km
        %: percent per_cent
        kmh: kph kmph
        mph
        hrmax: mhr maxhr | de hfmax | fr fcm fcmax
        vo: vvo
        rpe zone z vt vma mas ftp lthr mmol p
        sprint: sprints sprinted
    """,
    Class.EFFORT: """
        flying progressively full_speed full_tilt full_bore full_throttle full_effort flat_stick eyeballs_out
        all_you_have all_you_have_left all_you've_got all_you've_got_left all_that_is_left all_that's_left
        everything_you_have everything_you_have_left everything_you've_got everything_you've_got_left everything_left
        whatever_is_left whatever's_left whatever_you_have whatever_you_have_left whatever_you've_got what_is_left
        what's_left what_you_have_left whatever_you've_got_left give_it_everything as_hard_as_possible
        with_everything_you_have with_everything_you've_got with_all_you_have with_all_you've_got with_whatever_is_left
        highest_pace_you_can_hold highest_average_you_can_hold best_pace_you_can_hold best_average_you_can_hold
        highest_mean_pace_you_can_hold fastest_pace_you_can_hold fastest_average_you_can_hold
        as_fast_as_you_can as_fast_as_possible as_hard_as_you_can interval_pace interval_effort repetition_pace
        than_that than_those than_before than_last_time olympic_distance tri rep_pace
        faster_than_that quicker_than_that slower_than_that quicker_still
        accelerating by_feel on_feel as_you_feel how_you_feel as_you_like
        however_you_like as_you_please
        to_beat_the_opener to_beat_the_first to_beat_the_first_one
        bit_below bit_under bit_above touch_below touch_under tad_below tad_under a_tad
        even_pace even_effort even_paced one_step even_split negative_split negative_splits cutting_down
        hard fast slow steady steadily moderate moderately strong strongly max maximal maximum tempo lt intensity
        threshold thresh sub-threshold brisk briskly comfortable comfortably controlled relaxed smooth smoothly quick
        quickly best effort very quite fairly sub near cruise cv vo2max critical velocity aerobic anaerobic
        progression progressive steep whatever descending lactate good medium light firm surge surges endurance
        slightly under super tt fartlek cutdown cutdowns all_out flat_out cut_down time_trial average possible full_gas
        allout
        consistent whatever_is_left everything_you_have_left everything_you've_got_left everything_you've_got
        all_you_have fastest_average best_avg fastest_even_average a_tick a_touch a_notch a_hair a_shade a_bit a_little
        | de nach_gefühl an_der_schwelle | fr au_feeling à_la_sensation au_seuil | es por_sensaciones a_sensación
        | it a_sensazione alla_soglia soglia | nl op_gevoel
        | de fahrtspiel zügig schnell flott schwelle hart intensiv gesteigert steigernd mittel sehr tempodauerlauf
        | fr vite rapide rapides progressif seuil soutenu soutenue dynamique vitesse vif fond léger légère très
        | it a_tutta forte veloce veloci medio media progressivo massimo sostenuto fondo leggera velocità molto
        | es rápido rápida rápidos fuerte fuertes máxima máximo umbral velocidad controlado tope vivo muy buen intenso
        | it progressione | es moderado ligero | nl snel vlot stevig voluit matig
    """,
    Class.LINK: """
        with: separated_by each_separated_by each_followed_by each_reps_followed_by each_reps_has each_reps_gets w/ w
        with: | fr séparées_par séparés_par séparé_par | es separadas_por separados_por | it separate_da separati_da
        with: | nl gescheiden_door | de getrennt_durch
        with: giving_yourself giving_them allowing allowing_yourself | de mit | fr avec | es con | sv med | nl met
        with: somewhere_in_there_put somewhere_in_there_do throw_in throwing_in chuck_in chucking_in drop_in
        with: slot_in slotting_in fit_in fitting_in sprinkle_in sprinkling_in put_in putting_in and_within_that
        with: within_that_do within_which during_which in_which_you_do in_the_middle_do in_the_middle_of_which
        at: aiming aiming_for aim_for aiming_at looking_for shooting_for should_be_done_at should_be_run_at should_be_at
        at: to_be_run_at to_be_done_at all_run_at
        at: done_at averaging back_at
        at: looking_to_run aiming_to_run looking_to_hit aiming_to_hit
        at: | de bei á | fr à au | es al | nl op
        in: to_cover run_in covered_in completed_in finished_in to_be_run_in to_be_covered_in to_be_done_in
        in: to_be_completed_in | de im | fr en
        on
        of: | de von | fr de du des | es del | it di da dei sui sulle | nl van
        for: keep_going_for keep_this_going_for keep_it_going_for carry_on_for continue_for continuing_for
        to: | de bis | nl tot
        as: made_up_of made_of consisting_of comprised_of composed_of
        into
        per: | de pro
        than
        over
        and: and_took and_we_took and_we_had | de und | fr et | it e | es y
        plus: | es más
        then: followed then_by and_then then_add finish_with finishing_with finish_off_with end_with ending_with
        then: close_with closing_with close_on end_on finish_on finishing_on ending_on
        then: closing_on home_with wrap_up_with wrapping_up_with finishing_off_with closing_off_with close_off_with
        then: end_off_with round_off_with rounding_off_with after_that after_this thereafter subsequently lastly
        then: last_of_all move_on_to moving_on_to on_to finally afterwards | de dann danach anschließend gefolgt_von
        then: | de hinterher im_anschluss schließlich anschliessend abschließend abschliessend | fr puis ensuite enfin
        then: | fr suivi_de suivie_de suivies_de suivis_de on_termine_par on_finit_par on_enchaîne_avec finalement
        then: | fr on_finit_avec on_termine_avec terminer_par finir_par finir_avec | es luego después seguido_de
        then: | es seguidos_de finalmente por_último a_continuación terminando_con acabando_con terminar_con acabar_con
        then: | nl na_afloop vervolgens tenslotte daarna dan gevolgd_door eindigen_met afsluiten_met | it a_seguire poi
        then: | it e_poi infine seguito_da finire_con terminare_con concludere_con
        start-with: start_with starting_with begin_with beginning_with open_with opening_with kick_off_with
        start-with: kicking_off_with start_off_with starting_off_with first_of_all first_up to_begin to_begin_with
        start-with: to_start_with to_open at_first | fr on_commence_par commencer_par pour_commencer pour_débuter
        start-with: | fr d'abord tout_d'abord au_début | es empezar_con para_empezar para_comenzar empezando_con
        start-with: | it iniziare_con per_iniziare per_cominciare si_parte_con all'inizio | nl beginnen_met
        start-with: | nl om_te_beginnen | de zu_beginn am_anfang als_erstes zum_start erst
        beforehand: | de vorher zuvor davor zuerst | fr auparavant avant | es antes previamente | nl eerst vooraf
        to-end: to_finish to_finish_off to_end to_close to_wrap_up to_round_off at_the_end at_the_very_end
        to-end: | de zum_schluss zum_abschluss am_ende am_schluss | fr pour_finir pour_terminer à_la_fin
        to-end: | es para_terminar para_acabar para_finalizar al_final | nl ter_afsluiting tot_slot | it per_finire
        to-end: | it per_concludere per_terminare in_chiusura alla_fine
        or: | de oder | fr ou | it oppure o
        is: are will_be should_be shall_be | fr doit_être_parcouru doit_être_couru est | de ist | es son
        you-get: give_yourself give_yourselves give_them
        you-get: you_have you'll_have you_will_have you'll_get you_ll_get you_will_get you_get
        to_the_finish
        another: a_further
        except: except_for apart_from other_than bar_the with_the_exception_of excluding | de außer | fr sauf
        except: | es excepto salvo | it tranne | nl behalve
        but: but_we_took but_we_had but_you_take but_take
        all: | de alle | fr tous toutes | es todos todas | it tutti tutte
        below
        results: result
        alternating: over_unders over_and_unders switch switching switch_between switching_between alternating_between
        alternating: alternate alternates alternately alternations alternation over_under over_unders under_overs
        alternating: in_and_out in_and_outs ins_and_outs in_turn change_gear changing_gear change_pace changing_pace
        alternating: | de abwechselnd | fr alternance alternant alterner | es alternando | it alternati
        alternating: | nl afwisselend
        ins
        outs: unders
    """,
    Class.DANGER: """
        either alternatively instead otherwise option options optional choose if unless when until till while
        tbc tba tbd whether depending rather maybe before following next first third fourth fifth sixth seventh eighth
        ninth tenth st nd rd th nth last final middle previous prior opener odd odds even evens other others beginning
        start starting end ending finish finishing apart not no never without w/o minus less more extra
        additional only longer just skip omit drop twice thrice once double triple third both any same pairs pair
        group groups loop loops reverse reversed backwards shave knock begin twos threes fours fives sixes
        total increase decrease reduce add cut build descend down up from was were did ran went got actual avg
        averaged pb pr relay leg legs lbs kg bench amrap emom tabata wod kettlebell squat squats burpees lunges
        plank planks situps sit pushups push_ups ups press pullups jumps hops bounds skips bike swim pool row do take
        include includes including incorporating inc incl inkl complete perform repeating advanced beginners
        alternative men women boys girls juniors seniors sprinters milers monthly weekly
        altogether all_told in_all all_in in_total gesamt insgesamt insg gesamtdistanz gesamtstrecke totale totaal
        moitié halb hälfte metà mitad helft halbe halber halbes halben doppelte doppelt doble doppio dubbele
        | de mindestens höchstens nur falls ab mehr weniger nicht kein keine bevor zuletzt zusätzlich
        | fr moins seulement sinon jusqu'à jusqu'au jamais supplémentaire
        | es menos solo sólo hasta siguiente siguientes nunca | it almeno fino meno più mai soltanto
        | nl minimaal maximaal alleen meer minder niet geen tenzij
        | de ohne wenn statt letzte letzten letzter letztes erste ersten erster erstes zweite zweiten dritte
        | de dritten davon
        | fr sans si dont premier première premiers dernier dernière derniers deuxième ème ère
        | it senza se ultimo ultima ultimi primo prima primi | es sin último última últimos primero primera primeros
        | nl zonder als laatste eerste
    """,
    Class.FILLER: """
        an about approximately ca c circa around roughly ~ his her my their our current perceived
        about: exactly precisely in_the_range in_the_range_of in_a_range_of within_the_range anything_from
        about: in_the_region_of in_the_window
        date normal usual rolling get nice long short active aka eg i.e e.g slope gradient incline grade base sequence
        the_better this these two mere
        mere: measly stingy meagre
        them: | fr eux elles | es ellas ellos
        ie: that_is in_other_words namely that_means | de das_heißt | fr c'est_à_dire | es es_decir | it cioè
        whole: whole_thing whole_lot the_lot all_of_it all_of_that all_of_this all_of_the_above all_this all_that
        whole: it_all that_lot all_done all_repeated all_of_them | de ganze | fr tout | es todo | it tutto | nl geheel
        je: | de jeweils
        your: your_own their_own his_own her_own my_own our_own | fr votre ta ton | es tu
        a: a_last a_final one_last one_final one_more | de ein eine einem einen einer | fr un une | es una unos unas
        a: | nl een
        the: | de der die das den dem | fr le la les | es el los las | it il lo gli | nl het
        approx: appx apx | de etwa ungefähr | fr environ env | es aprox | nl ongeveer
    """,
    Class.HEADING: """
        main_session main_workout
        session workout track main main_set ms leg_speed main_bit main_part main_section main_block today tonight
        billat training week the-day the-hour hi_all hello_all hey_all morning_all evening_all
        | de programm hauptteil einheit hauptprogramm trainingseinheit intervalltraining extensiv extensive intensive
        | fr séance entraînement corps_de_séance partie_principale programme fractionné
        | es sesión entrenamiento parte_principal fraccionado
        | it seduta allenamento programma fase_centrale
        | nl kern kernprogramma intervaltraining extensieve intensieve
        monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    """,
    Class.OTHERWISE: """
        in_sets: in_the_group in_each_group within_the_group within_each_group
        between_reps: between_kilometres between_each_kilometre between_the_kilometres between_each_km
        between_reps: between_miles between_each_mile between_the_miles between_each_k between_the_ks
        between_reps: from_rep_to_rep
        between_reps: before_you_go_again before_going_again before_the_next_one before_repeating and_go_again
        between_reps: before_you_start_again before_starting_again then_go_again rep_to_rep reps_separated_by
        between_sets: set_to_set group_to_group from_set_to_set from_group_to_group sets_separated_by
        rest_between_reps: rep_rest rep_rests intra_set_rest intraset_rest in_set_rest inner_rest rest_in_the_set
        recovery_between_reps: rep_recovery rep_recoveries intra_set_recovery intraset_recovery in_set_recovery
        recovery_between_reps: recovery_in_the_set intra_set
        rest_between_sets: inter_set_rest interset_rest outer_rest
        recovery_between_sets: inter_set_recovery interset_recovery inter_set out_of_set
        short_rest: small_rest minor_rest little_rest small_break
        short_recovery: small_recovery minor_recovery little_recovery
        long_rest: big_rest major_rest big_break
        long_recovery: big_recovery major_recovery
        reps_of: efforts_over repeats_over runs_over reps_over repetitions_over intervals_over goes_over goes_at
        reps_of: bouts_of
        between_sets: sets_split_by sets_are_split_by sets_split_up_by sets_broken_up_by sets_parted_by
        between_sets: sets_are_separated_by outside_it outside_the_set outside_the_sets
        between_sets: between_pairs between_the_pairs between_each_pair
        after_each_sets: after_each_pair after_every_pair after_the_pair
        between_blocks: when_you_change_distance when_the_distance_changes between_distances when_changing_distance
        last_half: second_half final_half
        recovery_after_each: to_recover_from_each to_recover_from_each_one to_recover_after_each
        after_everything: after_all_of_them after_every_one_of_them after_each_of_them after_each_and_every_one
        between_everything: on_everything on_them_all on_all_of_them
        recovery_falling: recoveries_coming_down recovery_coming_down rests_coming_down
        jog_equal-distance: jog_the_same_again jog_as_far_again
        walk_equal-distance: walk_the_same_again walk_as_far_again
        after_each: following_each
        float_recovery: rolling_recovery rolling_recoveries rolling_rec roll_on_recovery roll-on_recovery
        mile_pace: mile_p
        at_race_pace: | it a_ritmo_gara al_ritmo_gara | fr à_allure_course | es a_ritmo_de_carrera
    """,
    Class.PLACE: "ground woods woodland forest parkland beach sand "
    "golf_course race_course grass_loop grass road roads trail trails treadmill field pitch gravel path park",
    Class.ASIDE: "nothing_more nothing_else nothing_less no_more_no_less felt_ok felt_okay felt_good felt_great "
    "felt_fine felt_strong felt_controlled felt_tough legs_felt_great legs_felt_good legs_felt_heavy "
    "drills drill stretching stretch stretches mobility core form hydrate activation plyometrics "
    "départ_arrêté départ_lancé départ_debout "
    "rolling_start standing_start flying_start rolling_starts standing_starts flying_starts "
    "keep_the_average_even keep_it_even keep_them_even keep_them_all_even keep_the_pace_even keep_the_splits_even "
    "no_sitting no_sitting_down no_lying_down no_standing_around no_standing_about don't_sit_down "
    "don't_even_think_of_sitting_down "
    "never_slower never_same_or_slower no_going_backwards "
    "sprint_start sprint_starts block_start block_starts off_a_jog_in from_a_jog_in "
    "off_a_jog_in_start from_a_jog_in_start "
    "not_flat_out not_all_out not_a_sprint not_sprinting not_too_fast not_too_hard no_faster no_quicker not_faster "
    "not_quicker watch_running clock_running save_the_legs save_your_legs to_the_hill to_the_hills to_the_track "
    "hold_on hang_on dig_in hold_it_together going_up going_back_down leg_swings form_drills "
    "as_even_as_you_can as_even_as_possible as_evenly_as_you_can as_evenly_as_possible if_you_can if_possible "
    "like_a_race as_if_racing race_practice "
    "posture breathing spikes flats trainers all_the_way the_whole_way the_entire_way have_fun ups_and_downs "
    "together barefoot as_a_group in_a_group race_simulation race_rehearsal spikes_on even_splits "
    "étirements assouplissements gammes éducatifs mobilité technique_de_course exercices "
    "estiramientos movilidad técnica_de_carrera ejercicios dehnen lauf_abc laufabc mobilisation "
    "mobilità tecnica_di_corsa esercizi andature loopscholing rekken",
}
